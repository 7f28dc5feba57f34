import {type AnswerField, answerFields, longestComment, type TypedAnswer} from '#lib/sign-off/answer.ts'
import {isObject, parseJson} from '#lib/sign-off/json.ts'
import {signOffTypes} from '#lib/sign-off/types.ts'
import {type Around, rawClient} from './around.ts'
import type {Review} from './review.ts'

/**
 * For how long an answer is kept that nobody confirms, in milliseconds; and how many of one reviewer at most, of which
 * the oldest go: more than one network may type in an hour (see `limits.ts`), so that nobody who holds the link makes
 * what another has just typed go.
 */
const lifeMs = 24 * 60 * 60_000
const mostKept = 80

/** Letters that are kept of each field: enough to shorten what is too long. */
const mostLetters = 2 * longestComment

/**
 * Keeps what somebody has typed and not confirmed yet, so that each step has an address that can be loaded again and
 * gone back to. It is sealed: staff do not read what nobody has sent, nor does whoever else holds the link.
 * @param secret - what this browser alone brings along
 */
export async function keepAnswer(
  review: Review,
  secret: string,
  typed: TypedAnswer,
  around: Around,
): Promise<void> {
  const {client, keys} = around
  const request = review.request.id
  const [id, at] = [keptId(review, secret, around), new Date().toISOString()]
  const others = await rawClient(client).fetch<unknown>(
    `*[_type == $type && request == $request && _id != $id] | order(at desc)[$rest...1000]._id`,
    {type: signOffTypes.keptAnswer, request, id, rest: mostKept * review.request.reviewers.length - 1},
    {tag: 'sign-off.kept'},
  )
  const transaction = client.transaction()
  if (Array.isArray(others)) for (const other of others) transaction.delete(String(other))
  const shortened = answerFields.map((field) => [field, typed[field].slice(0, mostLetters)] as const)
  const sealed = keys.seal(secret, JSON.stringify(Object.fromEntries(shortened)))
  transaction.createOrReplace({_id: id, _type: signOffTypes.keptAnswer, request, at, sealed})
  await transaction.commit({visibility: 'sync', tag: 'sign-off.kept'})
}

/** What this browser has typed and not confirmed yet; null when there is nothing. */
export async function readKept(review: Review, secret: string, around: Around): Promise<TypedAnswer | null> {
  if (secret === '') return null
  const document: unknown = await rawClient(around.client).getDocument(keptId(review, secret, around))
  if (!isObject(document) || typeof document.sealed !== 'string') return null
  const text = around.keys.unseal(secret, document.sealed)
  const kept: unknown = text === null ? null : parseJson(text)
  if (!isObject(kept)) return null
  const field = (name: AnswerField) => String(kept[name] ?? '')
  return {
    answer: field('answer'),
    comment: field('comment'),
    passage: field('passage'),
    onBehalfOf: field('onBehalfOf'),
  }
}

export async function forgetKept(review: Review, secret: string, around: Around): Promise<void> {
  if (secret !== '') await around.client.delete(keptId(review, secret, around), {tag: 'sign-off.kept'})
}

/** Takes away what nobody has confirmed in a day. @param now - in milliseconds */
export async function forgetOldAnswers({client}: Pick<Around, 'client'>, now: number): Promise<void> {
  const before = new Date(now - lifeMs).toISOString()
  const query = `*[_type == "${signOffTypes.keptAnswer}" && !(at > $before)]`
  await client.delete({query, params: {before}}, {tag: 'sign-off.kept'})
}

function keptId({request, reviewer}: Review, secret: string, {keys}: Around): string {
  return `signOff.kept.${keys.hmac('kept', `${request.id} ${reviewer.id} ${secret}`)}`
}
