import type {Section} from '#components/sections/content.ts'
import type {BenefitClaim} from '#sanity/lib/content/benefit-claim.ts'
import type {Testimonial} from '#sanity/lib/content/testimonial.ts'
import {block, brickSchool, frame, paragraphs, school, settings, valley} from './content.ts'

/** One section of each type, complete, and what can be put in its place. */

export const testimonial = (quotation: string, given: Partial<Testimonial> = {}): Testimonial => ({
  id: quotation,
  quotation,
  attribution: {kind: 'role', text: 'Chair of governors'},
  school: {name: 'Beckham Primary School', address: '/schools', talkAddress: '/schools#talk'},
  heldBack: null,
  ...given,
})

export const claim = (statement: string, given: Partial<BenefitClaim> = {}): BenefitClaim => ({
  id: statement,
  statement,
  statistic: null,
  heldBack: null,
  ...given,
})

export const statistic = claim('More schools were judged good after they joined', {
  statistic: {
    before: {count: 1, outOf: 10, qualifier: 'exactly'},
    after: {count: 7, outOf: 10, qualifier: 'almost'},
    counted: 'judged good',
    population: 'schools in an invented county',
    ofThoseThat: 'had been inspected',
    asAt: 'end of 2017',
    asAtDate: '2017-12-31',
    source: {
      publisher: 'Office for Examples',
      title: 'An invented count',
      url: 'https://www.example.org/count',
      publishedOn: '2019-01-23',
      archivedUrl: 'https://archive.example.org/count',
    },
    doesNotShow: 'It does not show that joining was the reason.',
  },
})

/** A denominator that takes several rows of icons. */
export const outOfFifty = claim('Of fifty schools, more share a library than did', {
  statistic: {
    before: {count: 13, outOf: 50, qualifier: 'about'},
    after: {count: 50, outOf: 50, qualifier: 'exactly'},
    counted: null,
    population: 'schools in an invented county',
    ofThoseThat: null,
    asAt: '2025',
    asAtDate: null,
    source: {
      publisher: 'Office for Examples',
      title: 'Libraries, 1 March 2025',
      url: 'https://www.example.org/libraries',
      publishedOn: '2025-03-01',
      archivedUrl: null,
    },
    doesNotShow: null,
  },
})

const text = 'Teachers of all our schools plan together, and what works in one is tried in the next.'

/** What turns the head of a page into one with a picture, and a section below it. */
export const openingSections: Section[] = [
  {...frame('first-words'), type: 'richTextSection', body: [block(text), block('Come and see us.')]},
  {...frame('first-picture'), type: 'pictureSection', picture: valley},
  {
    ...frame('after-opening', {heading: 'What follows'}),
    type: 'richTextSection',
    body: [block(text)],
  },
]

export const everySection: Section[] = [
  {
    ...frame('opening'),
    type: 'richTextSection',
    body: [
      block('The first words of a page are set larger, so that it is plain what the page is for.'),
      block(text),
      block('A heading in the text', {style: 'h2'}),
      block('First', {listItem: 'number', level: 1}),
      block('Second', {listItem: 'number', level: 1}),
      block('A smaller heading', {style: 'h3'}),
      block('One thing', {listItem: 'bullet', level: 1}),
      block('Another thing', {listItem: 'bullet', level: 1}),
    ],
  },
  {...frame('picture'), type: 'pictureSection', picture: valley},
  {...frame('picture-alone'), type: 'pictureSection', picture: brickSchool},
  {
    ...frame('testimonial'),
    type: 'testimonialsSection',
    introduction: paragraphs('What one governor told us:'),
    testimonials: [testimonial('We asked to see everything, and everything was shown to us.')],
  },
  {
    ...frame('testimonials', {heading: 'What people here say'}),
    type: 'testimonialsSection',
    introduction: [],
    testimonials: [
      testimonial('It is still our village school.', {attribution: {kind: 'name', text: 'Jo Fell, parent'}}),
      testimonial('I could take further maths and pottery.', {school: null}),
    ],
  },
  {
    ...frame('text', {heading: 'A text with a heading'}),
    type: 'richTextSection',
    body: paragraphs(text, text + text),
  },
  {
    ...frame('claims'),
    type: 'benefitClaimsSection',
    introduction: paragraphs('Together, schools can:'),
    listStyle: 'running',
    claims: [claim('plan together'), statistic, claim('share what works')],
  },
  {
    ...frame('plain-claims', {heading: 'Claims as paragraphs'}),
    type: 'benefitClaimsSection',
    introduction: [],
    listStyle: 'plain',
    claims: [claim('Teachers learn together.'), outOfFifty],
  },
  {
    ...frame('schools', {heading: 'Chosen schools'}),
    type: 'schoolsSection',
    introduction: paragraphs('Each will gladly tell you what it is like.'),
    selection: 'chosen',
    schools: ['Beckham', 'Hazelby', 'Nutwick'].map((place) => school(`${place} Primary School`)),
  },
  {
    ...frame('all-schools', {heading: 'All schools'}),
    type: 'schoolsSection',
    introduction: [],
    selection: 'all',
    schools: [school('Beckham Nursery', {phase: 'nursery'}), school('Nutwick High', {phase: 'secondary'})],
  },
  {
    ...frame('schools-by-phase', {heading: 'Schools by phase'}),
    type: 'schoolsSection',
    introduction: [],
    selection: 'by-phase',
    schools: [
      school('Beckham Infants'),
      school('Hazelby Juniors', {status: 'joining', joinedOn: '2027-09-01'}),
      school('Hazelby Special School', {phase: 'special', picture: null}),
    ],
  },
  {
    ...frame('resource'),
    type: 'resourceLinkSection',
    announcement: paragraphs('The facts are in this register:'),
    resource: {
      title: 'A register of schools',
      publisher: 'Office for Examples',
      address: 'https://www.example.org',
    },
  },
  {
    ...frame('questions', {heading: 'Questions'}),
    type: 'questionsSection',
    questions: [
      {
        key: 'a',
        question: 'Will we keep our name?',
        answer: paragraphs('Yes.'),
        source: null,
        heldBack: null,
      },
      {
        key: 'b',
        question: 'Can a trust make a profit out of our school?',
        answer: paragraphs('No. A trust is a charity.', text),
        source: {
          publisher: 'Office for Examples',
          title: 'A handbook',
          address: 'https://www.example.org/handbook',
          publishedOn: '2025-03-01',
        },
        heldBack: null,
      },
    ],
  },
  {
    ...frame('contact', {heading: 'Ask us first'}),
    type: 'contactSection',
    introduction: paragraphs('A conversation binds nobody.'),
    details: settings.contact,
  },
  {
    ...frame('call', {heading: 'Thinking of joining?'}),
    type: 'callToActionSection',
    text: 'Our main advice is to talk to our schools.',
    label: 'Our schools',
    address: '/schools',
  },
]

/** What opens a section of any type, left out. */
const noOpening = {heading: null, introduction: [], announcement: []}

const withoutOpening = everySection.map((section): Section => ({...section, ...noOpening}))

/** Each type of section without anything that opens it, and what goes on below a text that has a heading. */
export const sectionsWithoutOpenings: Section[] = [
  ...withoutOpening,
  {...frame('heading', {heading: 'A text with a heading'}), type: 'richTextSection', body: paragraphs(text)},
  ...withoutOpening
    .filter(({type}) => type === 'benefitClaimsSection' || type === 'richTextSection')
    .slice(1, 3)
    .map((section) => ({...section, key: `${section.key} below`})),
]
