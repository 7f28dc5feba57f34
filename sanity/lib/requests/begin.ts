import diagnostics from 'node:diagnostics_channel'
import {IncomingMessage, ServerResponse} from 'node:http'
import {isFields} from '../parse.ts'
import {expectAnswer} from './form-answer.ts'
import {followBareAddress, markKnownAddress} from './known-address.ts'
import {declarePolicy} from './page-policy.ts'
import {refuseWriting} from './refuse-writing.ts'
import {answerFailureInWords} from './unavailable-answer.ts'
import {nameVisitor, noteOpening} from './visitor.ts'

/**
 * Does what must be done where Node.js takes a request, before Next.js sees it. Called once, when the server starts.
 * @param unavailable - the page that a visitor gets when the one asked for could not be made; null on a development
 *   server, which answers pages as it likes
 * @returns ends it
 */
export function watchRequests(unavailable: {html: string; policy: string} | null): () => void {
  const channel = 'http.server.request.start'
  const prepare = (message: unknown) => {
    if (!isFields(message)) return
    const {request, response} = message
    if (!(request instanceof IncomingMessage && response instanceof ServerResponse)) return
    nameVisitor(request)
    noteOpening(request)
    expectAnswer(request, response)
    if (unavailable === null) return
    declarePolicy(request, response)
    answerFailureInWords(request, response, unavailable)
    followBareAddress(request)
    markKnownAddress(request)
    refuseWriting(request, response)
  }
  diagnostics.subscribe(channel, prepare)
  return () => void diagnostics.unsubscribe(channel, prepare)
}
