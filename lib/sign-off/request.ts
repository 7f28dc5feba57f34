import {isObject} from './json.ts'
import type {SignOffKeys} from './keys.ts'
import {openRecord, type SignedRecord, signRecord} from './record.ts'
import {isSubjectType, type Subject} from './subjects.ts'

/** Somebody whose answer is asked for. */
export type Reviewer = {
  /** Within the request: `r1`, `r2` … */
  id: string
  name: string
  /** Such as "Headteacher"; empty when it was not given. */
  role: string
  email: string
  /** Whether nothing is agreed without a yes of this person. */
  required: boolean
}

/** What was asked, of whom, and until when. It never changes: what happens to it are events. */
export type SignOffRequest = {
  /** Random; also a part of its address. */
  id: string
  subject: Subject
  /** The school that it is about, by id; empty where it is about none, or about several. */
  school: string
  /** What the document is called, for lists and letters. */
  title: string
  /** Of the content that is asked about, which is kept as a snapshot. */
  hash: string
  /** Of what was published when it was asked; empty when nothing was. */
  publishedHash: string
  reviewers: Reviewer[]
  /** What staff say about it. */
  why: string
  /** The day by which an answer is hoped for, `YYYY-MM-DD`. */
  dueOn: string
  /** When the links stop working, in UTC. */
  until: string
  at: string
  by: string
  byName: string
  byEmail: string
  /** 1 for the first time that the document was asked about, 2 for the next. */
  round: number
}

export const requestSpec = 'request-1'

/** How long a link works, in days, when nobody says otherwise; and at most. */
export const usualDays = 14
export const mostDays = 30

export const requestDocumentId = (id: string) => `signOff.request.${id}`

export function signRequest(request: SignOffRequest, keys: SignOffKeys): SignedRecord {
  return signRecord({spec: requestSpec, ...request}, keys)
}

/** The request that a document holds; null when the server did not sign it. */
export function openRequest(value: unknown, keys: SignOffKeys): SignOffRequest | null {
  const opened = openRecord(value, keys)
  if (opened === null || opened.spec !== requestSpec) return null
  const {subject, round} = opened
  if (!isObject(subject) || !isSubjectType(subject.type) || typeof subject.id !== 'string') return null
  if (typeof round !== 'number' || !Array.isArray(opened.reviewers)) return null
  const text = (name: string) => textOf(opened, name)
  return {
    id: text('id'),
    subject: {type: subject.type, id: subject.id},
    school: text('school'),
    title: text('title'),
    hash: text('hash'),
    publishedHash: text('publishedHash'),
    reviewers: opened.reviewers.filter(isObject).map(readReviewer),
    why: text('why'),
    dueOn: text('dueOn'),
    until: text('until'),
    at: text('at'),
    by: text('by'),
    byName: text('byName'),
    byEmail: text('byEmail'),
    round,
  }
}

function readReviewer(reviewer: {[name: string]: unknown}): Reviewer {
  const text = (name: string) => textOf(reviewer, name)
  return {
    id: text('id'),
    name: text('name'),
    role: text('role'),
    email: text('email'),
    required: reviewer.required === true,
  }
}

function textOf(fields: {[name: string]: unknown}, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}
