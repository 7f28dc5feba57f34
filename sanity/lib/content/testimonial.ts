import {stegaClean} from '@sanity/client/stega'
import {schoolAddress, talkAddress} from '#lib/site-addresses.ts'
import {attributionProblem, type Permission, permissionProblem, proofIdOf} from '#lib/testimonials.ts'
import {type Origin, originOf} from '../origin.ts'
import {choice, fieldsOf, isFields, optionalDay, optionalValue, type Reading, words} from '../parse.ts'
import type {Scalar} from '../unchecked.ts'
import type {TestimonialAnswer} from './answers.ts'
import {signOffProjection} from './sign-off.ts'

/** Of the private proof only the dates are read, never who said it. Its id follows from the testimonial's. */
export const testimonialProjection = `{
  _id, quotation, attribution,
  "school": school->{_id, name, "slug": slug.current, status, happyToBeAsked, "routeKind": contactRoute.kind},
  "schoolReference": school{_ref},
  "proof": *[_type == "testimonialProof" && _id == "testimonialProof." + ^._id][0]{
    permissionGivenOn, permissionExpiresOn, permissionWithdrawnOn
  },
  "proofReference": {"_ref": "testimonialProof." + _id},${signOffProjection}
}` as const

export type Testimonial = {
  id: string
  /** Plain text, shown as it is: its own quote marks stay, none are added. */
  quotation: string
  attribution: {kind: 'name' | 'role'; text: string}
  school: {
    name: string
    address: string
    /** Where to write to it; null unless it belongs to the Trust and has chosen how it is asked. */
    talkAddress: string | null
  } | null
  heldBack: string | null
  /** Where that can be mended: in the private proof, in the name under it, or in the words that nobody has agreed to. */
  mend?: Origin | undefined
}

/**
 * Reads a testimonial; null when its permission does not hold, or it names a child, and a visitor is reading.
 * @throws MalformedContentError
 */
export function parseTestimonial(value: TestimonialAnswer | Scalar, reading: Reading): Testimonial | null {
  const testimonial = fieldsOf(value, 'the testimonial')
  const attribution = fieldsOf(testimonial.attribution, 'the attribution')
  const id = words(testimonial._id, 'its id')
  const namedChild = attributionProblem(optionalValue(attribution.text, 'the name or role') ?? undefined)
  const noPermission = permissionProblem(permissionOf(testimonial.proof), reading.readOn)
  const heldBack =
    noPermission ??
    namedChild ??
    reading.gate({type: 'testimonial', id: stegaClean(id)}, testimonial, testimonial.signOff)
  if (heldBack !== null && !reading.preview) {
    reading.report(`testimonial ${String(testimonial._id)} is held back: ${heldBack}`)
    return null
  }
  return {
    id,
    quotation: words(testimonial.quotation, 'the quotation'),
    attribution: {
      kind: choice(attribution.kind, ['name', 'role']) ?? 'role',
      text: words(attribution.text, 'the name or role'),
    },
    school: parseSchoolOf(testimonial),
    heldBack,
    mend:
      noPermission === null
        ? originOf(reading, id, 'testimonial', namedChild === null ? 'quotation' : 'attribution.text')
        : originOf(reading, proofIdOf(id), 'testimonialProof', proofField(testimonial.proof)),
  }
}

function permissionOf(proof: TestimonialAnswer['proof']) {
  if (!isFields(proof)) return null
  return {
    permissionGivenOn: optionalDay(proof.permissionGivenOn),
    permissionExpiresOn: optionalDay(proof.permissionExpiresOn),
    permissionWithdrawnOn: optionalDay(proof.permissionWithdrawnOn),
  }
}

/** The date in the proof that a lapsed or a missing permission is about. */
function proofField(proof: TestimonialAnswer['proof']): keyof Permission {
  const given = permissionOf(proof)
  if (given?.permissionWithdrawnOn) return 'permissionWithdrawnOn'
  return given?.permissionGivenOn && given.permissionExpiresOn ? 'permissionExpiresOn' : 'permissionGivenOn'
}

function parseSchoolOf({school}: TestimonialAnswer): Testimonial['school'] {
  if (!isFields(school)) return null
  const slug = optionalValue(school.slug, 'the slug of the school')
  if (slug === null) return null
  const isInTrust = choice(school.status, ['in-trust', 'joining', 'left']) === 'in-trust'
  const canBeAsked = isInTrust && school.happyToBeAsked === true && typeof school.routeKind === 'string'
  return {
    name: words(school.name, 'the name of the school'),
    address: schoolAddress(slug),
    talkAddress: canBeAsked ? talkAddress(slug) : null,
  }
}
