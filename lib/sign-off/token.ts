import {randomBytes, randomInt} from 'node:crypto'
import {canonicalJson} from './json.ts'
import type {SignOffKeys} from './keys.ts'

/** A part of an address that nobody guesses: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** The name of a request in its address: 128 random bits, for nobody guesses it either. */
export function newRequestId(): string {
  return randomBytes(16).toString('hex')
}

/** Whether a text can be a token at all. */
export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}

/** What is kept of a token. */
export function tokenMark(token: string, keys: SignOffKeys): string {
  return keys.hmac('token', token)
}

/** Six digits, each as likely as the others. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

/** What a code confirms: this answer, to this content, by this reviewer. It confirms no other. */
export type Confirmed = {
  request: string
  reviewer: string
  hash: string
  answer: 'yes' | 'no' | 'withdraw'
  comment: string
  passage: string
  onBehalfOf: string
}

/** What is kept of a code: it says nothing about the digits without the server's key. */
export function codeMark(code: string, confirmed: Confirmed, keys: SignOffKeys): string {
  return keys.hmac('code', canonicalJson({code: digitsOf(code), ...confirmed}))
}

/** The digits of a code as people type it, with blanks or dashes between. */
export function digitsOf(typed: string): string {
  return typed.replace(/[\s\p{Pd}]/gu, '')
}

/** How long a code is good for, in milliseconds; how often a wrong one may be given. */
export const codeLifeMs = 10 * 60_000
export const mostCodeTries = 5

/**
 * How many codes go out in an hour to one reviewer of a question, how many of them are asked for from one network, and how
 * many wrong ones may be given for one mailbox. Somebody else who holds the link so uses up neither all codes nor all
 * guesses.
 */
export const mostCodesAnHour = 8
export const mostCodesOfNetwork = 4
export const mostGuessesAnHour = 25
