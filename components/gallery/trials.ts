import type {Section} from '#components/sections/content.ts'
import type {BenefitClaim} from '#sanity/lib/content/benefit-claim.ts'
import type {School} from '#sanity/lib/content/school.ts'
import {block, frame, paragraphs, school, settings, valley} from './content.ts'
import {claim, statistic, testimonial} from './sections.ts'

/** Content that tries a layout: long, in other scripts, held back. */

/** The longest name of a place in Wales, which no line of a phone can hold. */
export const unbroken = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'
export const sentence =
  'Teachers of all our schools plan together, and what works in one is tried in the next. '

export const twentyThousand: Section[] = [
  {
    ...frame('text'),
    type: 'richTextSection',
    body: paragraphs(
      'It begins with a short sentence.',
      sentence.repeat(Math.ceil(20_000 / sentence.length)),
    ),
  },
]

export const longSections: Section[] = [
  {...frame('text', {heading: unbroken}), type: 'richTextSection', body: paragraphs(sentence, unbroken)},
  {
    ...frame('testimonial'),
    type: 'testimonialsSection',
    introduction: paragraphs(sentence),
    testimonials: [
      testimonial(sentence.repeat(6), {
        attribution: {kind: 'name', text: `Ada ${unbroken}`},
        school: {name: `Ysgol ${unbroken}`, address: '/schools', talkAddress: null},
      }),
    ],
  },
  {
    ...frame('schools', {heading: `Schools of ${unbroken}`}),
    type: 'schoolsSection',
    introduction: [],
    selection: 'all',
    schools: [school(`Ysgol ${unbroken}`, {place: unbroken}), school(sentence)],
  },
  {
    ...frame('claims'),
    type: 'benefitClaimsSection',
    introduction: paragraphs(sentence),
    listStyle: 'bullets',
    claims: [claim(unbroken), claim(sentence.repeat(4))],
  },
  {
    ...frame('resource'),
    type: 'resourceLinkSection',
    announcement: paragraphs(sentence),
    resource: {title: unbroken, publisher: unbroken, address: 'https://www.example.org'},
  },
  {
    ...frame('questions'),
    type: 'questionsSection',
    questions: [
      {
        key: 'a',
        question: `${sentence}${unbroken}?`,
        answer: paragraphs(unbroken),
        source: null,
        heldBack: null,
      },
    ],
  },
  {
    ...frame('contact'),
    type: 'contactSection',
    introduction: [],
    details: {...settings.contact, email: `${unbroken.toLowerCase()}@hazelbeck.example`},
  },
  {
    ...frame('call', {heading: unbroken}),
    type: 'callToActionSection',
    text: sentence,
    label: sentence,
    address: '/schools',
  },
]

export const namesInOtherScripts: School[] = [
  school('Ysgol Gynradd Tŷ’r Ŵyn'),
  school('مدرسة وادي البندق'),
  school('Sgoil Àraich Ghleann Calltainn', {phase: 'nursery', picture: null}),
]

export const sectionsInOtherScripts: Section[] = [
  {
    ...frame('text'),
    type: 'richTextSection',
    body: paragraphs('Mae ŵ ac ŷ yn llythrennau Cymraeg, fel yn “dŵr” a “tŷ”.'),
  },
  {
    ...frame('testimonials', {heading: 'Beth mae pobl yn ei ddweud'}),
    type: 'testimonialsSection',
    introduction: [],
    testimonials: [
      testimonial('Rydym yn dysgu gyda’n gilydd bob dydd.', {
        school: {name: 'Ysgol Gynradd Tŷ’r Ŵyn', address: '/schools', talkAddress: '/schools#talk'},
      }),
      testimonial('نتعلم معا كل يوم، وتبقى مدرستنا مدرسة القرية.', {
        attribution: {kind: 'name', text: 'ليلى حسن'},
        school: {name: 'مدرسة وادي البندق', address: '/schools', talkAddress: null},
      }),
    ],
  },
  {
    ...frame('schools', {heading: 'Ysgolion'}),
    type: 'schoolsSection',
    introduction: [],
    selection: 'chosen',
    schools: namesInOtherScripts,
  },
]

const heldBack = 'The link has no address yet.'

export const heldBackStatistic: BenefitClaim = {
  ...statistic,
  statistic: null,
  heldBack: 'The statistic has no source.',
}

export const heldBackSections: Section[] = [
  {
    ...frame('left-out', {heldBack: 'This section cannot be shown: no picture is chosen.'}),
    type: 'leftOutSection',
  },
  {
    ...frame('chosen', {
      leftOut: [{reason: 'A testimonial was chosen that has been deleted.', mend: undefined}],
    }),
    type: 'testimonialsSection',
    introduction: [],
    testimonials: [],
  },
  {
    ...frame('text'),
    type: 'richTextSection',
    body: [
      block('A text that visitors see.'),
      block('A sentence with a link to nowhere.', {heldBack}),
      block('', {
        children: [
          {_type: 'span', _key: 'seen', text: 'A sentence that visitors see. ', marks: []},
          {_type: 'span', _key: 'unseen', text: 'One with a link to nowhere.', marks: ['reason']},
        ],
        markDefs: [{_type: 'heldBack', _key: 'reason', reason: heldBack}],
      }),
    ],
  },
  {
    ...frame('resource', {heldBack: 'The resource has no address yet.'}),
    type: 'resourceLinkSection',
    announcement: paragraphs('Many of them are explored in this article:'),
    resource: null,
  },
  {
    ...frame('testimonials', {heading: 'What people say'}),
    type: 'testimonialsSection',
    introduction: [],
    testimonials: [testimonial('This was said long ago.', {heldBack: 'The permission has expired.'})],
  },
  {
    ...frame('claims', {heading: 'Claims'}),
    type: 'benefitClaimsSection',
    introduction: [],
    listStyle: 'bullets',
    claims: [heldBackStatistic, claim('share what works')],
  },
  {
    ...frame('picture', {heldBack: 'The picture has no alternative text.'}),
    type: 'pictureSection',
    picture: {...valley, alt: 'A valley, drawn', heldBack: 'The picture has no alternative text.'},
  },
  {
    ...frame('call', {heading: 'The next step', heldBack}),
    type: 'callToActionSection',
    text: null,
    label: 'Read about it',
    address: null,
  },
]
