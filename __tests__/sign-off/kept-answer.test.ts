import type {TypedAnswer} from '#lib/sign-off/answer.ts'
import {countTry} from '#lib/sign-off/limits.ts'
import {newToken} from '#lib/sign-off/token.ts'
import {signOffTypes} from '#lib/sign-off/types.ts'
import {visitorHeader} from '#sanity/lib/requests/visitor.ts'
import {askForSignOff} from '#sanity/sign-off/ask.ts'
import {forgetKept, forgetOldAnswers, keepAnswer, readKept} from '#sanity/sign-off/kept-answer.ts'
import {keepTyped} from '../../app/review/typed.ts'
import {head, openLink, signOffOfTests, staff, subject} from './support.ts'

const test = signOffOfTests()

beforeAll(() => {
  process.env.SANITY_API_READ_TOKEN = 'a token of this test'
  process.env.SITE_URL = 'https://trust.example'
})

const typed: TypedAnswer = {
  answer: 'no',
  comment: 'Nobody has been told of this yet.',
  passage: '',
  onBehalfOf: 'Sam Oakes',
}

const keptInLake = () =>
  test.lake
    .client({perspective: 'raw'})
    .fetch<{_id: string; sealed: string}[]>('*[_type == "signOffKeptAnswer"] | order(at asc)')

async function review(reviewers: object[] = [head]) {
  await askForSignOff(subject, {reviewers}, staff, test.around)
  return openLink(test)
}

it('comes back to the browser that typed it, in any process, and to no other', async () => {
  const [asked, secret] = [await review(), newToken()]
  await keepAnswer(asked, secret, typed, test.around)
  expect(await readKept(asked, secret, test.anotherProcess())).toEqual(typed)
  expect(await readKept(asked, newToken(), test.around)).toBeNull()
  expect(await readKept(asked, '', test.around)).toBeNull()
})

it('is no matter of staff before it is sent', async () => {
  await keepAnswer(await review(), newToken(), typed, test.around)
  const everything = JSON.stringify(await test.lake.client({perspective: 'raw'}).fetch('*'))
  for (const words of ['Nobody has been told', 'Sam Oakes']) expect(everything).not.toContain(words)
})

it('is no answer when somebody has altered it, or put it in the place of another', async () => {
  const [asked, secret, other] = [await review(), newToken(), newToken()]
  await keepAnswer(asked, secret, typed, test.around)
  await keepAnswer(asked, other, {...typed, answer: 'yes'}, test.around)
  const [own, strange] = await keptInLake()
  if (own === undefined || strange === undefined) throw new Error('Two were kept.')
  await test.lake.client().patch(own._id).set({sealed: strange.sealed}).commit()
  expect(await readKept(asked, secret, test.around)).toBeNull()
  const altered = own.sealed.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))
  await test.lake.client().patch(own._id).set({sealed: altered}).commit()
  expect(await readKept(asked, secret, test.around)).toBeNull()
  await test.lake.client().patch(own._id).set({sealed: ''}).commit()
  expect(await readKept(asked, secret, test.around)).toBeNull()
})

it('stays with one request', async () => {
  const [first, secret] = [await review(), newToken()]
  await keepAnswer(first, secret, typed, test.around)
  expect(await readKept(await review(), secret, test.around)).toBeNull()
})

it('is kept eighty times at most, whoever fills them: more than one network may type in an hour', async () => {
  const [asked, own] = [await review(), newToken()]
  await keepAnswer(asked, own, typed, test.around)
  const keepMore = async (count: number) => {
    const transaction = test.lake.client().transaction()
    const [_type, request, at] = [signOffTypes.keptAnswer, asked.request.id, new Date().toISOString()]
    for (let time = 1; time < count; time += 1)
      transaction.create({_id: `signOff.kept.${newToken()}`, _type, request, at, sealed: ''})
    await transaction.commit()
    await keepAnswer(asked, newToken(), typed, test.around)
  }
  await keepMore(60)
  expect(await readKept(asked, own, test.around)).toEqual(typed)
  await keepMore(24)
  expect(await keptInLake()).toHaveLength(80)
  expect(await readKept(asked, own, test.around)).toBeNull()
})

it('is sealed with a new secret each time: one that was planted, or is old, opens nothing', async () => {
  const [asked, planted] = [await review(), newToken()]
  const post = new Request('https://trust.example/', {headers: {cookie: `typed=${planted}`}})
  await keepAnswer(asked, planted, {...typed, answer: 'yes'}, test.around)
  const [old] = await keptInLake()
  const cookie = await keepTyped(post, asked, typed, test.around)
  const [, secret = ''] = /^typed=([\w-]+);/.exec(cookie ?? '') ?? []
  expect(await readKept(asked, secret, test.around)).toEqual(typed)
  expect(await readKept(asked, planted, test.around)).toMatchObject({answer: 'yes'})
  const [, now] = await keptInLake()
  if (old === undefined || now === undefined) throw new Error('Two were kept.')
  await test.lake.client().patch(now._id).set({sealed: old.sealed}).commit()
  expect(await readKept(asked, secret, test.around)).toBeNull()
})

it('is kept of one network sixty times an hour', async () => {
  const visitor = '203.0.113.60'
  const post = new Request('https://trust.example/', {headers: {[visitorHeader]: visitor}})
  const asked = await review()
  for (let time = 0; time < 59; time += 1) countTry('answer', visitor)
  expect(await keepTyped(post, asked, typed, test.around)).not.toBeNull()
  expect(await keepTyped(post, asked, typed, test.around)).toBeNull()
  expect(await keptInLake()).toHaveLength(1)
})

it('is kept no longer than twice what may be written', async () => {
  const [asked, secret] = [await review(), newToken()]
  const long = 'ä'.repeat(120_000)
  await keepAnswer(asked, secret, {answer: long, comment: long, passage: long, onBehalfOf: long}, test.around)
  const kept = await readKept(asked, secret, test.around)
  expect(Object.values(kept ?? {}).map((text) => text.length)).toEqual([20_000, 20_000, 20_000, 20_000])
})

it('is forgotten once it is confirmed, and after a day', async () => {
  const [asked, secret, other] = [await review(), newToken(), newToken()]
  await keepAnswer(asked, secret, typed, test.around)
  await keepAnswer(asked, other, typed, test.around)
  await forgetKept(asked, secret, test.around)
  expect(await keptInLake()).toHaveLength(1)
  const hour = 60 * 60_000
  await forgetOldAnswers(test.around, Date.now() + 23 * hour)
  expect(await keptInLake()).toHaveLength(1)
  await forgetOldAnswers(test.around, Date.now() + 25 * hour)
  expect(await keptInLake()).toHaveLength(0)
})
