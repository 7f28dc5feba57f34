import type {Coordinates} from '#lib/distance.ts'
import {locationProblem} from '#lib/schools.ts'
import {
  choice,
  isFields,
  optionalDay,
  optionalNumber,
  optionalWords,
  type Reading,
  requiredValue,
  words,
} from '../parse.ts'
import type {SchoolSummaryAnswer} from './answers.ts'
import {schoolAddress} from './link.ts'
import {type Picture, parsePicture, pictureProjection} from './picture.ts'

export const schoolSummaryProjection = `{
  _id, name, "slug": slug.current, phase, ages, status, joinedOn, "town": address.town, "county": address.county,
  location{lat, lng},
  "picture": pictures[0]${pictureProjection}
}` as const

export const phaseValues = [
  'nursery',
  'primary',
  'middle',
  'secondary',
  'all-through',
  '16-plus',
  'special',
  'alternative-provision',
] as const
export type Phase = (typeof phaseValues)[number]
export type SchoolStatus = 'in-trust' | 'joining' | 'left'

export type SchoolSummary = {
  id: string
  name: string
  address: string
  phase: Phase | null
  ages: {from: number; to: number} | null
  status: SchoolStatus
  joinedOn: string | null
  /** "Market Thornley" */
  town: string | null
  /** "Market Thornley, Loamshire", as much of it as is known. */
  place: string | null
  /** Null when it is not known, or not in Great Britain. */
  location: Coordinates | null
  /** The first of its pictures, for its card. */
  picture: Picture | null
}

/** @throws MalformedContentError without a name or a slug */
export function parseSchoolSummary(school: SchoolSummaryAnswer, reading: Reading): SchoolSummary {
  const id = requiredValue(school._id, 'its id')
  return {
    id,
    name: words(school.name, 'the name'),
    address: schoolAddress(requiredValue(school.slug, 'the slug')),
    phase: choice(school.phase, phaseValues),
    ages: parseAges(school.ages),
    status: choice(school.status, ['in-trust', 'joining', 'left']) ?? 'in-trust',
    joinedOn: optionalDay(school.joinedOn),
    town: optionalWords(school.town, 'the town'),
    place: placeOf(school),
    location: parseLocation(school.location),
    picture: parsePicture(school.picture, `school ${id}, first picture`, reading),
  }
}

function parseAges(value: SchoolSummaryAnswer['ages']): SchoolSummary['ages'] {
  if (!isFields(value)) return null
  const [from, to] = [optionalNumber(value.from), optionalNumber(value.to)]
  return from === null || to === null ? null : {from, to}
}

/** Coordinates that a school in Great Britain may have; null for others. */
export function parseLocation(value: SchoolSummaryAnswer['location']): Coordinates | null {
  if (!isFields(value)) return null
  const [lat, lng] = [optionalNumber(value.lat), optionalNumber(value.lng)]
  if (lat === null || lng === null) return null
  return locationProblem({lat, lng}) === null ? {lat, lng} : null
}

function placeOf(school: SchoolSummaryAnswer): string | null {
  const parts = [optionalWords(school.town, 'the town'), optionalWords(school.county, 'the county')]
  const known = parts.filter((part) => part !== null)
  return known.length === 0 ? null : known.join(', ')
}
