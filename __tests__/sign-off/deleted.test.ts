import {signOffTypes} from '#lib/sign-off/types.ts'
import {verifyRecord} from '#lib/sign-off/verify.ts'
import {askForSignOff} from '#sanity/sign-off/ask.ts'
import {describeSignOff} from '#sanity/sign-off/describe.ts'
import {listSignOff} from '#sanity/sign-off/list.ts'
import {cancelRequest, sendAgain} from '#sanity/sign-off/manage.ts'
import {sendNewLink} from '#sanity/sign-off/new-link.ts'
import {remindReviewers} from '#sanity/sign-off/remind.ts'
import {findReview} from '#sanity/sign-off/review.ts'
import {answerBy, head, signOffOfTests, staff, subject, tokenIn, writeTestimonial, yes} from './support.ts'

/* What becomes of a question about a document that staff have deleted. */

const test = signOffOfTests()

const draftId = `drafts.${subject.id}`
const ask = (form: object = {}) => askForSignOff(subject, {reviewers: [head], ...form}, staff, test.around)
const opens = async (token: string) => (await findReview(token, null, test.around)) !== null
const deleteDraft = () => test.lake.client().delete(draftId)

it('its link opens nothing as long as the document is gone, and no other is sent', async () => {
  const {request} = await ask()
  const token = tokenIn(test.letters)
  await deleteDraft()
  expect(await opens(token)).toBe(false)
  await sendNewLink(token, test.around)
  const manage = {subject, requestId: request.id, staff, around: test.around}
  await expect(sendAgain(manage, 'r1')).rejects.toThrow('This document was deleted')
  expect(test.letters).toHaveLength(1)

  await writeTestimonial(test.lake)
  expect(await opens(token)).toBe(true)
  await deleteDraft()
  await cancelRequest(manage, '')
})

it('it is not gone while it is published, or a release holds it', async () => {
  await ask()
  const token = tokenIn(test.letters)
  const draft = await test.lake.client({perspective: 'raw'}).getDocument(draftId)
  for (const id of [subject.id, `versions.r1.${subject.id}`]) {
    await test.lake.client().create({...draft, _id: id, _type: subject.type})
    await deleteDraft()
    expect(await opens(token)).toBe(true)
    await test.lake.client().delete(id)
    expect(await opens(token)).toBe(false)
  }
})

it('nobody is reminded of it, and it stands in no list', async () => {
  test.setClock(new Date('2026-12-01T10:00:00Z'))
  await ask({dueOn: '2026-12-11', days: 30})
  expect(await listSignOff(test.around)).toHaveLength(1)
  test.setClock(new Date('2026-12-11T10:00:00Z'))
  await deleteDraft()
  expect(await remindReviewers(test.around)).toBe(0)
  expect(await listSignOff(test.around)).toEqual([])
  await writeTestimonial(test.lake)
  expect(await remindReviewers(test.around)).toBe(1)
})

it('the receipt of an answer opens, the pane says what happened, and the record holds', async () => {
  await ask()
  await answerBy(test, yes)
  const receipt = tokenIn(test.letters)
  await deleteDraft()
  expect(await opens(receipt)).toBe(true)
  const {history, isEmpty} = await describeSignOff(subject, staff, test.around)
  expect(isEmpty).toBe(true)
  expect(history.map(({kind}) => kind)).toContain('agreed')
  const all = (type: string) => test.around.client.fetch<unknown[]>('*[_type == $type]', {type})
  const documents = {
    events: await all(signOffTypes.event),
    requests: await all(signOffTypes.request),
    snapshots: await all(signOffTypes.snapshot),
  }
  expect(verifyRecord(documents, test.around.keys).problems).toEqual([])
})
