import diagnostics from 'node:diagnostics_channel'
import {IncomingMessage, ServerResponse} from 'node:http'
import type {FailureDocuments} from '#components/page/failure-documents.ts'
import {isFields} from '../parse.ts'
import {keepFromSharedCaches} from './answers-to-input.ts'
import {answerFailureInWords} from './failure-answer.ts'
import {expectAnswer} from './form-answer.ts'
import {markOwnMachine} from './from-this-machine.ts'
import {followBareAddress, markKnownAddress} from './known-address.ts'
import {measureAnswer} from './measure-answer.ts'
import {declarePolicy} from './page-policy.ts'
import {makeAddressReadable} from './readable-address.ts'
import {refuseUnreadable} from './refuse-unreadable.ts'
import {refuseWriting} from './refuse-writing.ts'
import {nameRequest} from './request-id.ts'
import {nameVisitor, noteOpening} from './visitor.ts'

export type BuiltSite = {
  /** The pages that visitors get when the one asked for cannot be. */
  documents: FailureDocuments
  /** What the cookie of whoever may preview drafts holds. */
  draftKey: string
}

/**
 * Does what must be done where Node.js takes a request, before Next.js sees it. Called once, when the server starts.
 * @param built - what the built site has; null on a development server, which answers pages as it likes
 * @returns ends it
 */
export function watchRequests(built: BuiltSite | null): () => void {
  const channel = 'http.server.request.start'
  const prepare = (message: unknown) => {
    if (!isFields(message)) return
    const {request, response} = message
    if (!(request instanceof IncomingMessage && response instanceof ServerResponse)) return
    makeAddressReadable(request)
    nameRequest(request, response)
    measureAnswer(request, response)
    markOwnMachine(request)
    nameVisitor(request)
    noteOpening(request)
    expectAnswer(request, response)
    if (built === null) return
    declarePolicy(request, response, built.draftKey)
    keepFromSharedCaches(request, response)
    answerFailureInWords(request, response, built)
    followBareAddress(request)
    markKnownAddress(request)
    refuseUnreadable(request, response)
    refuseWriting(request, response, built)
  }
  diagnostics.subscribe(channel, prepare)
  for (const message of earlyRequests()) prepare(message)
  return () => void diagnostics.unsubscribe(channel, prepare)
}

/** What was asked before this, and still waits: see keep-early-requests.mjs. */
function earlyRequests(): unknown[] {
  const take: unknown = Reflect.get(globalThis, Symbol.for('school-trust-website.early-requests'))
  const taken: unknown = typeof take === 'function' ? take() : []
  return Array.isArray(taken) ? taken : []
}
