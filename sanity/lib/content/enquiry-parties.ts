import type {EnquiryParties} from '#lib/enquiry/letters.ts'
import {isMailAddress} from '#lib/mail/address.ts'
import {isFields, optionalValue, optionalWords} from '../parse.ts'
import type {Scalar} from '../unchecked.ts'
import type {EnquiryPartiesAnswer} from './answers.ts'

export const enquiryPartiesProjection = `{
  "school": *[_type == "school" && slug.current == $slug][0]{name, status, contactRoute},
  "settings": *[_type == "siteSettings" && _id == "siteSettings"][0]{trustName, email}
}` as const

/** Null when the school has left, or has chosen another way than e-mail to be reached. */
export function parseEnquiryParties(answer: EnquiryPartiesAnswer | Scalar): EnquiryParties | null {
  const {school, settings} = isFields(answer) ? answer : {}
  if (!isFields(school) || school.status === 'left' || !isFields(school.contactRoute)) return null
  const {kind, email, name} = school.contactRoute
  const address = optionalValue(email, 'the e-mail address')
  if (kind !== 'email' || address === null || !isMailAddress(address)) return null
  const trust = isFields(settings) ? settings : {}
  return {
    schoolName: optionalWords(school.name, 'the name') ?? 'the school',
    mailbox: {name: optionalWords(name, 'the name of the contact'), address},
    trustName: optionalWords(trust.trustName, 'the name of the Trust') ?? 'our Trust',
    trustEmail: optionalValue(trust.email, 'the e-mail address'),
  }
}
