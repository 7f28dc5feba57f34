import type {TypedAnswer} from '#lib/sign-off/answer.ts'
import {newToken} from '#lib/sign-off/token.ts'
import {askForSignOff} from '#sanity/sign-off/ask.ts'
import {forgetKept, forgetOldAnswers, keepAnswer, readKept} from '#sanity/sign-off/kept-answer.ts'
import {head, openLink, signOffOfTests, staff, subject} from './support.ts'

const test = signOffOfTests()

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

it('is kept in twenty browsers at most, whoever fills them', async () => {
  const [asked, own] = [await review(), newToken()]
  await keepAnswer(asked, own, typed, test.around)
  for (let browser = 0; browser < 24; browser += 1) await keepAnswer(asked, newToken(), typed, test.around)
  expect(await keptInLake()).toHaveLength(20)
  expect(await readKept(asked, own, test.around)).toBeNull()
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
