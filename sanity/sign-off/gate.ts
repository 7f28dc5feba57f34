import {stegaClean} from '@sanity/client/stega'
import {agreementTo, latestWithdrawal} from '#lib/sign-off/agreement.ts'
import {notSignedOff, type SignOffGate} from '#lib/sign-off/gate.ts'
import {contentHash, hasContent} from '#lib/sign-off/hash.ts'
import {isObject} from '#lib/sign-off/json.ts'
import {openEvents} from './ledger.ts'
import {knownWithdrawal, noteWithdrawal} from './machine-memory.ts'
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
  noteWithdrawal(subject.id, latestWithdrawal(events))
  const grant = agreementTo(contentHash(subject.type, content), events, knownWithdrawal(subject.id))
  return grant === null ? notSignedOff : null
}
