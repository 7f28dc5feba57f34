import {longestMailAddress} from '#lib/mail/address.ts'
import type {CountedBy} from './defences.ts'

/** What a visitor is asked for when they write to a school, in this order. */
export const enquiryFields = [
  {name: 'name', label: 'Your name', hint: null, longest: 100, required: true},
  {
    name: 'role',
    label: 'Your role',
    hint: 'Such as chair of governors, headteacher or parent.',
    longest: 100,
    required: false,
  },
  {name: 'organisation', label: 'Your school or organisation', hint: null, longest: 150, required: false},
  {
    name: 'email',
    label: 'Your e-mail address',
    hint: 'The school’s answer and a copy of your message go there.',
    longest: longestMailAddress,
    required: true,
  },
  {name: 'message', label: 'Your message', hint: null, longest: 5_000, required: true},
] as const

export type EnquiryField = (typeof enquiryFields)[number]['name']

/** What was typed, field by field. */
export type EnquiryValues = {[field in EnquiryField]: string}

export const blankValues: EnquiryValues = {name: '', role: '', organisation: '', email: '', message: ''}

/** A field that people do not see; programs fill it in. */
export const decoyField = 'homepage'
/** Names the school in the form: its slug. */
export const schoolField = 'school'

export type EnquiryProblem = {field: EnquiryField; message: string}

/** Why a message that is complete was not sent; null when nothing was wrong or was tried. */
export type EnquiryFailure =
  | null
  /** The mail server did not take it. */
  | {kind: 'not-sent'}
  /** As many as are sent in an hour, counted in one way; may be tried again after so many minutes. */
  | {kind: 'too-many'; by: CountedBy; minutes: number}
  /** Quicker than anybody types. */
  | {kind: 'too-quick'}
  /** The field for programs was filled in. */
  | {kind: 'decoy'}
  /** Not sent from this site. */
  | {kind: 'stranger'}

/** The form as it stands after a try to send it. */
export type EnquiryState = {
  values: EnquiryValues
  problems: EnquiryProblem[]
  failure: EnquiryFailure
  /** Where a script that has sent the form must go, as a browser does by itself. */
  sentTo?: string
}

export const blankState: EnquiryState = {values: blankValues, problems: [], failure: null}
