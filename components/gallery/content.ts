import type {Section} from '#components/sections/content.ts'
import type {SectionFrame} from '#components/sections/section-frame.ts'
import type {Page} from '#sanity/lib/content/page.ts'
import type {Picture} from '#sanity/lib/content/picture.ts'
import type {RichText, RichTextBlock} from '#sanity/lib/content/rich-text.ts'
import type {School} from '#sanity/lib/content/school.ts'
import type {Settings} from '#sanity/lib/content/settings.ts'

/** What the exhibits are made of: content as the door gives it, invented, with what is said of each and no more. */

export const frame = (key: string, given: Partial<SectionFrame> = {}): SectionFrame => ({
  key,
  label: `exhibit, ${key}`,
  heading: null,
  heldBack: null,
  ...given,
})

export function block(text: string, given: Partial<RichTextBlock> = {}): RichTextBlock {
  return {
    _type: 'block',
    _key: text,
    style: 'normal',
    children: [{_type: 'span', _key: `${text}.`, text, marks: []}],
    markDefs: [],
    heldBack: null,
    ...given,
  }
}

export const paragraphs = (...texts: string[]): RichText => texts.map((text) => block(text))

/** A picture of the demo content, by the name that Content Lake gives to its bytes. */
export const picture = (sha1: string, given: Partial<Picture> = {}): Picture => ({
  assetId: `image-${sha1}-1800x1200-webp`,
  width: 1800,
  height: 1200,
  alt: 'A school with tall windows among trees, drawn',
  caption: null,
  lqip: null,
  hotspot: null,
  crop: null,
  heldBack: null,
  ...given,
})

export const valley = picture('e948631f9535d54cec09c715795099adc08d9913', {
  alt: 'A green valley with schools on its slopes, drawn',
  caption: 'The valley, with a path between the schools.',
  lqip: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAwAAAAIBAMAAAA/ygPCAAAAMFBMVEXl5NPh6uOGpHCtxbfG0sKgu6d8noRljGTj3MHt7eHo06uOsJu1sJidqnztxn/wu12SNP6uAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAPUlEQVQImWMQBAMGzpmcHAsmMDAwMPT9YGAwcXHpWtHCYGxsHH06lCHrWKhpThqDku7lMF11BiWlzdvLywFnzQ9KtfkmzAAAAABJRU5ErkJggg==',
})
export const brickSchool = picture('d5de30cf861863b30465f9e185818882ea3b8134')

export const settings: Settings = {
  contact: {
    trustName: 'Hazelbeck Schools Trust',
    postalAddress: '1 Hazel Lane\nBeckham\nHZ1 1AA',
    telephone: '01632 960001',
    email: 'hello@hazelbeck.example',
  },
  legalName: 'Hazelbeck Schools Trust, an invented charity',
  companyNumber: '00000000',
  tagline: null,
  logo: null,
  navigation: [
    {key: 'a', label: 'Working with Us', address: '/working-with-us'},
    {key: 'b', label: 'Our schools', address: '/schools'},
    {key: 'c', label: 'Contact', address: '/contact'},
  ],
  footerText: paragraphs('Hazelbeck and its schools are invented.'),
  footerNavigation: [{key: 'd', label: 'Our schools', address: '/schools'}],
  sharePicture: null,
  accessibility: {
    preparedOn: null,
    reviewedOn: null,
    testedOn: null,
    testedBy: null,
    testedHow: [],
    compliance: null,
    knownIssues: [],
    improvements: [],
    contactEmail: null,
    answerWithin: null,
  },
}

export const page = (title: string, sections: Section[]): Page => ({
  id: 'exhibit',
  title,
  slug: 'exhibit',
  summary: null,
  trail: [],
  sections,
  search: {title: null, description: null, hidden: true, sharePicture: null},
})

export const school = (name: string, given: Partial<School> = {}): School => ({
  id: name,
  name,
  address: '/schools',
  phase: 'primary',
  ages: {from: 4, to: 11},
  status: 'in-trust',
  joinedOn: '2014-04-01',
  town: 'Beckham',
  place: 'Beckham, Hazelshire',
  location: {lat: 54.21, lng: -1.52},
  picture: brickSchool,
  urn: '900001',
  religiousCharacter: null,
  trail: [
    {name: 'Home', address: '/'},
    {name: 'Our schools', address: '/schools'},
    {name, address: '/schools'},
  ],
  postalAddress: ['17 Bell Road', 'Beckham', 'HZ2 3AB'],
  addressParts: {street: null, town: null, county: null, postcode: null},
  website: 'https://school.example',
  telephone: '01632 960002',
  headteacher: 'Ada Penrose',
  ownWordsHeldBack: null,
  ownWords: paragraphs('The bell in our turret is rung by a different child each morning.'),
  pictures: [brickSchool],
  testimonials: [],
  neighbours: [
    {
      name: 'Millrace Primary School',
      address: '/schools',
      phase: 'primary',
      status: 'in-trust',
      town: 'Beckham',
      location: {lat: 54.23, lng: -1.49},
      km: 2.9,
    },
    {
      name: 'Hazelbeck Academy',
      address: '/schools',
      phase: 'secondary',
      status: 'joining',
      town: 'Hazelbeck',
      location: {lat: 54.16, lng: -1.61},
      km: 8.1,
    },
  ],
  happyToBeAsked: true,
  contactRoute: {
    name: 'Ada Penrose, Headteacher',
    kind: 'email',
    email: 'office@school.example',
  },
  registerFactsTakenOn: '2026-09-01',
  ...given,
})

/** A school of which nothing is known but its name. */
export const bareSchool = (name: string, given: Partial<School> = {}): School =>
  school(name, {
    phase: null,
    ages: null,
    joinedOn: null,
    place: null,
    picture: null,
    urn: null,
    postalAddress: [],
    website: null,
    telephone: null,
    headteacher: null,
    ownWords: [],
    pictures: [],
    happyToBeAsked: false,
    contactRoute: null,
    registerFactsTakenOn: null,
    ...given,
  })
