import {type Crumb, trailTo} from '#lib/breadcrumbs.ts'
import {type Coordinates, nearest} from '#lib/distance.ts'
import {mostNeighbours} from '#lib/neighbours.ts'
import {emailProblem, happyToBeAskedProblem, telephoneProblem} from '#lib/schools.ts'
import {schoolAddress} from '#lib/site-addresses.ts'
import {schoolList} from '#lib/slugs.ts'
import {itemOf, type Origin, within} from '../origin.ts'
import {
  choice,
  fieldsOf,
  isFields,
  items,
  optionalDay,
  optionalValue,
  optionalWords,
  type Reading,
  requiredValue,
  words,
} from '../parse.ts'
import type {Scalar} from '../unchecked.ts'
import type {SchoolAnswer} from './answers.ts'
import {webAddressOf} from './link.ts'
import {type Picture, parsePicture, pictureProjection} from './picture.ts'
import {parseRichText, type RichText, richTextProjection} from './rich-text.ts'
import {
  type Phase,
  parseLocation,
  parseSchoolSummary,
  parseStatus,
  phaseValues,
  type SchoolStatus,
  type SchoolSummary,
} from './school-summary.ts'
import {signOffProjection} from './sign-off.ts'
import {parseTestimonial, type Testimonial, testimonialProjection} from './testimonial.ts'

/** What a school says of itself and others of it, without the schools near it. */
const schoolFields = `
  _id, name, "slug": slug.current, urn, phase, ages, religiousCharacter, address,
  "town": address.town, "county": address.county,
  location{lat, lng},
  website, telephone, headteacher, joinedOn, status,
  "ownWords": ownWords${richTextProjection},
  "pictures": pictures[]${pictureProjection},
  happyToBeAsked, registerFactsTakenOn,${signOffProjection},
  "contactRoute": contactRoute{
    kind, name, telephone, url, "hasEmail": defined(email), "email": select(showEmail == true => email)
  },
  "testimonialsList": {"_list": "testimonial:" + _id},
  "testimonials": *[_type == "testimonial" && school._ref == ^._id] | order(_createdAt asc)${testimonialProjection}
` as const

export const searchedSchoolProjection = `{${schoolFields}}` as const

export const schoolProjection = `{
  ${schoolFields},
  "neighboursList": {"_list": "schoolPlaces"},
  "neighbours": *[_type == "school" && status != "left" && _id != ^._id && defined(slug.current)]{
    name, "slug": slug.current, phase, status, "town": address.town, location{lat, lng}
  }
}` as const

/** The way that the school chose to be reached, and who answers. */
export type ContactRoute = {name: string | null} & (
  | {
      kind: 'email'
      /** Null unless the school chose to show it: messages get there through the site. */
      email: string | null
    }
  | {kind: 'telephone'; telephone: string}
  | {kind: 'website'; url: string}
)

export type AddressParts = {[part in 'street' | 'town' | 'county' | 'postcode']: string | null}

/** Another school, as a school's page names it. */
export type Neighbour = {
  name: string
  address: string
  phase: Phase | null
  status: SchoolStatus
  town: string | null
  location: Coordinates
  /** In a straight line. */
  km: number
}

export type School = SchoolSummary & {
  /** The way to its page, from the home page to itself. */
  trail: Crumb[]
  urn: string | null
  religiousCharacter: string | null
  /** Lines of the postal address. */
  postalAddress: string[]
  /** The same in its parts. */
  addressParts: AddressParts
  website: string | null
  telephone: string | null
  headteacher: string | null
  ownWords: RichText
  /** Why visitors do not read them; in a preview alone. */
  ownWordsHeldBack: string | null
  pictures: Picture[]
  testimonials: Testimonial[]
  /** The schools of the Trust that are nearest to it, the nearest first. */
  neighbours: Neighbour[]
  happyToBeAsked: boolean
  contactRoute: ContactRoute | null
  /** Why visitors do not read that it is happy to be asked, although somebody said so; in a preview alone. */
  askingHeldBack?: string | null
  registerFactsTakenOn: string | null
}

/** @throws MalformedContentError without a name or a slug */
export function parseSchool(answer: SchoolAnswer | Scalar, reading: Reading): School {
  const school = fieldsOf(answer, 'the school')
  const summary = parseSchoolSummary(school, reading)
  const label = `school ${summary.id}`
  const {origin} = summary
  const pictures = items(school.pictures, `${label}, pictures`, reading, (picture, position) => {
    const place = itemOf(within(origin, 'pictures'), optionalValue(picture._key, 'the key of the picture'))
    return parsePicture(picture, `${label}, picture ${position + 1}`, reading, place)
  })
  const contactRoute = parseContactRoute(school.contactRoute)
  const happyToBeAsked = school.happyToBeAsked === true
  return {
    ...summary,
    picture: pictures[0] ?? null,
    trail: trailTo(summary, [{name: schoolList.heading, address: schoolList.path}]),
    urn: optionalValue(school.urn, 'the URN'),
    religiousCharacter: optionalWords(school.religiousCharacter, 'the religious character'),
    postalAddress: parsePostalAddress(school.address),
    addressParts: parseAddressParts(school.address),
    website: webAddressOf(school.website, 'the website'),
    telephone: optionalValue(school.telephone, 'the telephone number'),
    headteacher: optionalWords(school.headteacher, 'the headteacher'),
    ...parseOwnWords(school, label, origin, reading),
    pictures,
    testimonials: items(school.testimonials, `${label}, testimonials`, reading, (testimonial) =>
      parseTestimonial(testimonial, reading),
    ),
    neighbours: parseNeighbours(school, summary, reading),
    happyToBeAsked,
    contactRoute,
    ...(reading.preview && contactRoute === null
      ? {askingHeldBack: happyToBeAskedProblem(happyToBeAsked, undefined)}
      : {}),
    registerFactsTakenOn: optionalDay(school.registerFactsTakenOn),
  }
}

/** Visitors read them when the school has agreed to them; its facts are public anyway. */
function parseOwnWords(
  school: SchoolAnswer,
  label: string,
  origin: Origin | undefined,
  reading: Reading,
): Pick<School, 'ownWords' | 'ownWordsHeldBack'> {
  const id = requiredValue(school._id, 'its id')
  const ownWordsHeldBack = reading.gate({type: 'school', id}, school, school.signOff)
  if (ownWordsHeldBack !== null && !reading.preview) {
    reading.report(`${label}, own words are held back: ${ownWordsHeldBack}`)
    return {ownWords: [], ownWordsHeldBack}
  }
  const ownWords = parseRichText(school.ownWords, `${label}, own words`, reading, within(origin, 'ownWords'))
  return {ownWords, ownWordsHeldBack}
}

/** None for a school whose place is not known. */
function parseNeighbours(
  {neighbours}: SchoolAnswer,
  {id, location}: SchoolSummary,
  reading: Reading,
): Neighbour[] {
  if (location === null) return []
  const others = items(neighbours, `school ${id}, other schools`, reading, (other) => {
    const place = parseLocation(other.location)
    if (place === null) return null
    return {
      name: words(other.name, 'the name'),
      address: schoolAddress(requiredValue(other.slug, 'the slug')),
      phase: choice(other.phase, phaseValues),
      status: parseStatus(other.status),
      town: optionalWords(other.town, 'the town'),
      location: place,
    }
  })
  return nearest(location, others, mostNeighbours)
}

function parsePostalAddress(value: SchoolAnswer['address']): string[] {
  if (!isFields(value)) return []
  const lines = [value.street, value.locality, value.town, value.county, value.postcode]
  return lines.map((line) => optionalWords(line, 'the address')).filter((line) => line !== null)
}

function parseAddressParts(value: SchoolAnswer['address']): AddressParts {
  const address = isFields(value) ? value : null
  return {
    street: optionalWords(address?.street, 'the street'),
    town: optionalWords(address?.town, 'the town'),
    county: optionalWords(address?.county, 'the county'),
    postcode: optionalWords(address?.postcode, 'the postcode'),
  }
}

/** Null when the school chose none, or when its route would lead nowhere. */
function parseContactRoute(value: SchoolAnswer['contactRoute']): ContactRoute | null {
  if (!isFields(value)) return null
  const name = optionalWords(value.name, 'the name of the contact')
  const telephone = optionalValue(value.telephone, 'the telephone number')
  const url = webAddressOf(value.url, 'the address of the form')
  switch (choice(value.kind, ['email', 'telephone', 'website'])) {
    case 'email': {
      const email = optionalValue(value.email, 'the e-mail address')
      const isMailbox = value.hasEmail === true && emailProblem(email ?? undefined) === null
      return isMailbox ? {name, kind: 'email', email} : null
    }
    case 'telephone':
      return telephone !== null && telephoneProblem(telephone) === null
        ? {name, kind: 'telephone', telephone}
        : null
    case 'website':
      return url === null ? null : {name, kind: 'website', url}
    case null:
      return null
  }
}
