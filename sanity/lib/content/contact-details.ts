import {isFields, optionalWords} from '../parse.ts'
import type {Scalar} from '../unchecked.ts'
import type {ContactDetailsAnswer} from './answers.ts'

export const contactDetailsProjection = `{_id, trustName, address, telephone, email}` as const

/** How to reach the Trust; what is blank is null. */
export type ContactDetails = {
  trustName: string
  postalAddress: string | null
  telephone: string | null
  email: string | null
}

/** Null without settings. */
export function parseContactDetails(settings: ContactDetailsAnswer | Scalar): ContactDetails | null {
  if (!isFields(settings)) return null
  return {
    trustName: optionalWords(settings.trustName, 'the name of the Trust') ?? 'Our Trust',
    postalAddress: optionalWords(settings.address, 'the address'),
    telephone: optionalWords(settings.telephone, 'the telephone number'),
    email: optionalWords(settings.email, 'the e-mail address'),
  }
}
