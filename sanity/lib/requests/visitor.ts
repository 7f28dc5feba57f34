import type {IncomingMessage} from 'node:http'
import {defences, openingKey} from '#lib/enquiry/defences.ts'
import {makingHeader} from '#lib/making-header.ts'
import {schoolWrittenToAt} from '#lib/site-addresses.ts'
import {visitorAddress} from '#lib/visitor-address.ts'
import {pathOfRequest} from './for-visitors.ts'

/** Set on every request, whatever the visitor sent: the internet address that it came from. */
export const visitorHeader = 'x-visitor-address'

/** Says where a request came from, which Next.js does not tell. */
export function nameVisitor({headers, socket}: IncomingMessage): void {
  headers[visitorHeader] = visitorAddress(socket.remoteAddress, String(headers['x-forwarded-for'] ?? ''))
}

/** Notes when a form was opened: its page is the same for everybody and cannot know. */
export function noteOpening({method, url, headers}: IncomingMessage): void {
  const school = method === 'GET' ? schoolWrittenToAt(pathOfRequest(url)) : null
  if (school === null || makingHeader in headers) return
  defences().openings.note(openingKey(String(headers[visitorHeader]), school))
}
