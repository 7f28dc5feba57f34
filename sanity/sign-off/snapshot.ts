import {contentHash} from '#lib/sign-off/hash.ts'
import {isObject} from '#lib/sign-off/json.ts'
import {openWords} from '#lib/sign-off/record.ts'
import type {SubjectType} from '#lib/sign-off/subjects.ts'
import {signOffTypes} from '#lib/sign-off/types.ts'
import type {Around} from './around.ts'
import type {SubjectVersion} from './subject.ts'

/** The id of a snapshot is made of its hash, so that content is kept once. */
const snapshotId = (hash: string) => `signOff.snapshot.${hash.replaceAll(':', '-')}`

/** The document that keeps what was asked about. It counts once the ledger has signed it. */
export function snapshotOf({hash, answer}: SubjectVersion) {
  return {_id: snapshotId(hash), _type: signOffTypes.snapshot, hash, answer: JSON.stringify(answer)}
}

/** What was asked about; null when it is gone, is not what the hash says, or was not kept so by this site. */
export async function readSnapshot(
  {client, keys}: Pick<Around, 'client' | 'keys'>,
  type: SubjectType,
  hash: string,
): Promise<{[name: string]: unknown} | null> {
  const document: unknown = await client.getDocument(snapshotId(hash))
  if (openWords(document, keys) === null || !isObject(document) || typeof document.answer !== 'string')
    return null
  const answer = parseAnswer(document.answer)
  return isObject(answer) && contentHash(type, answer) === hash ? answer : null
}

function parseAnswer(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
