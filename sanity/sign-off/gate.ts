import {stegaClean} from '@sanity/client/stega'
import {agreementTo, latestRefusal, latestWithdrawal} from '#lib/sign-off/agreement.ts'
import {notSignedOff, type SignOffGate} from '#lib/sign-off/gate.ts'
import {contentHash, hasContent} from '#lib/sign-off/hash.ts'
import {isObject} from '#lib/sign-off/json.ts'
import {openEvents} from './ledger.ts'
import {knownEnds, noteEnd} from './machine-memory.ts'
import {siteKeys} from './site.ts'

/**
 * The gate of the running site: what counts is a grant that the server signed, for exactly the words that are shown.
 * Without a key nothing counts.
 */
export const siteGate: SignOffGate = (subject, answer, records) => {
  const content: unknown = stegaClean(answer)
  if (!hasContent(subject.type, content)) return null
  const keys = siteKeys()
  if (keys === null) return notSignedOff
  const documents = (Array.isArray(records) ? records : [])
    .filter(isObject)
    .map(({_event, record, signature}) => ({
      _id: stegaClean(_event),
      record: stegaClean(record),
      signature: stegaClean(signature),
    }))
  const events = openEvents(documents, keys).filter((event) => event.subject.id === subject.id)
  const hash = contentHash(subject.type, content)
  noteEnd(subject.id, latestWithdrawal(events))
  noteEnd(subject.id, latestRefusal(hash, events), hash)
  const grant = agreementTo(hash, events, knownEnds(subject.id, hash))
  return grant === null ? notSignedOff : null
}
