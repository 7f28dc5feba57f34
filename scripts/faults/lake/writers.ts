import {randomUUID} from 'node:crypto'
import type {Random} from '#sanity/lake/store/testing/random.ts'
import type {JsonObject} from '#sanity/lake/types.ts'

/** What has been asked of a lake, and what became of it. */
export type Asked = {
  /** The documents that each transaction changes, by its id: all of them, or none. */
  documents: Map<string, string[]>
  answered: Set<string>
  refused: Set<string>
  /** The text of each file that was taken, by its address. */
  files: Map<string, string>
}

export const nothingAsked = (): Asked => ({
  documents: new Map(),
  answered: new Set(),
  refused: new Set(),
  files: new Map(),
})

type Lake = {url: string; token: string; random: Random}

/** Few enough that writers meet on the same documents. */
const pages = 40

type Write = {path: 'mutate' | 'actions'; body: JsonObject; documents: string[]}

/** Writes one after the other until the lake is gone. Never throws. */
export async function writeUntilGone(lake: Lake, asked: Asked): Promise<void> {
  try {
    for (;;) await (lake.random(25) === 0 ? uploadFile(lake, asked) : writeOnce(lake, asked))
  } catch {
    // It was killed; what it did not answer may be there or not.
  }
}

async function writeOnce({url, token, random}: Lake, asked: Asked): Promise<void> {
  const {path, body, documents} = anyWrite(random)
  const transactionId = randomUUID()
  asked.documents.set(transactionId, documents)
  const response = await fetch(`${url}/v2025-02-19/data/${path}/production`, {
    method: 'POST',
    headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
    body: JSON.stringify({...body, transactionId}),
  })
  await response.arrayBuffer()
  if (response.ok) asked.answered.add(transactionId)
  else asked.refused.add(transactionId)
}

/** Changes several documents at once, so that half of it would show. */
function anyWrite(random: Random): Write {
  const id = `page-${random(pages)}`
  const content = {
    _type: 'page',
    title: `Words ${random(1_000_000)}`,
    slug: {_type: 'slug', current: id},
    text: 'words '.repeat(random(400)),
  }
  const counted = ['left', 'right'].map((side) => ({
    createOrReplace: {_id: side, _type: 'counter', words: content.title},
  }))
  const sides = ['left', 'right']
  const writes: [Write, ...Write[]] = [
    {
      path: 'mutate',
      body: {mutations: [counted[0] ?? {}, {createOrReplace: {...content, _id: id}}, counted[1] ?? {}]},
      documents: [...sides, id],
    },
    {
      path: 'mutate',
      body: {mutations: [{createOrReplace: {...content, _id: `drafts.${id}`}}, ...counted]},
      documents: [...sides, `drafts.${id}`],
    },
    {
      path: 'mutate',
      body: {mutations: [...counted, {patch: {id, set: {title: content.title}, inc: {edits: 1}}}]},
      documents: [...sides, id],
    },
    {
      path: 'actions',
      body: {
        actions: [{actionType: 'sanity.action.document.publish', draftId: `drafts.${id}`, publishedId: id}],
      },
      documents: [`drafts.${id}`, id],
    },
    {
      path: 'mutate',
      body: {mutations: [...counted, {delete: {id}}]},
      // A page that is not there is no change.
      documents: [...sides, id],
    },
  ]
  return writes[[0, 0, 0, 1, 1, 2, 2, 3, 3, 4][random(10)] ?? 0] ?? writes[0]
}

async function uploadFile({url, token}: Lake, asked: Asked): Promise<void> {
  const text = `A file of its own, ${randomUUID()}. ${'words '.repeat(2000)}`
  const response = await fetch(`${url}/v2025-02-19/assets/files/production?filename=words.txt`, {
    method: 'POST',
    headers: {authorization: `Bearer ${token}`, 'content-type': 'text/plain'},
    body: text,
  })
  const answer: unknown = await response.json()
  const address = addressIn(answer)
  if (response.ok && address !== null) asked.files.set(address, text)
}

function addressIn(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('document' in answer)) return null
  const {document} = answer
  if (typeof document !== 'object' || document === null || !('url' in document)) return null
  return typeof document.url === 'string' ? new URL(document.url).pathname : null
}
