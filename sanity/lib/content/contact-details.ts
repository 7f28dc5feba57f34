import {type Origin, originOf} from '../origin.ts'
import {isFields, optionalWords, type Reading} from '../parse.ts'
import type {Scalar} from '../unchecked.ts'
import type {ContactDetailsAnswer} from './answers.ts'

export const contactDetailsProjection = `{_id, trustName, address, telephone, email}` as const

/** Of the one document of settings. */
export const settingsOrigin = (reading: Reading) => originOf(reading, 'siteSettings', 'siteSettings')

/** How to reach the Trust; what is blank is null. */
export type ContactDetails = {
  trustName: string
  postalAddress: string | null
  telephone: string | null
  email: string | null
  /** The settings; in a preview alone. */
  origin?: Origin | undefined
}

/** Null without settings. */
export function parseContactDetails(
  settings: ContactDetailsAnswer | Scalar,
  reading: Reading,
): ContactDetails | null {
  if (!isFields(settings)) return null
  return {
    trustName: optionalWords(settings.trustName, 'the name of the Trust') ?? 'Our Trust',
    postalAddress: optionalWords(settings.address, 'the address'),
    telephone: optionalWords(settings.telephone, 'the telephone number'),
    email: optionalWords(settings.email, 'the e-mail address'),
    origin: settingsOrigin(reading),
  }
}
