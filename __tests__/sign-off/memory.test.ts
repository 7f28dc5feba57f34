import {signOffTypes} from '#lib/sign-off/types.ts'
import {signOffProjection} from '#sanity/lib/content/sign-off.ts'
import {askForSignOff} from '#sanity/sign-off/ask.ts'
import {describeSignOff} from '#sanity/sign-off/describe.ts'
import {siteGate} from '#sanity/sign-off/gate.ts'
import {openLedger} from '#sanity/sign-off/ledger.ts'
import {listSignOff} from '#sanity/sign-off/list.ts'
import {highestSeen, knownEnds, noteEnd, noteHighest} from '#sanity/sign-off/machine-memory.ts'
import {publishAgreed} from '#sanity/sign-off/publish.ts'
import {recordExisting} from '#sanity/sign-off/record-existing.ts'
import {readSubject} from '#sanity/sign-off/subject.ts'
import {answerBy, head, signOffOfTests, staff, subject, yes} from './support.ts'

/* What a machine has seen of the record counts for it, also when an editor deletes it afterwards. */

const test = signOffOfTests()
const no = {...yes, answer: 'no', comment: 'Not like this.'} as const
const editor = () => test.lake.client({perspective: 'raw'})

beforeAll(() => {
  process.env.SITE_URL = 'https://trust.example'
  process.env.DATA_FOLDER = test.lake.dataFolder
  process.env.SANITY_API_READ_TOKEN = test.lake.secrets.readToken
  process.env.SIGN_OFF_KEY = test.lake.secrets.signOffKey
})

const answer = async () => (await readSubject(test.around.client, subject)).draft

/** Why visitors would not see the words; null when they do. */
async function heldBack(): Promise<string | null> {
  const {signOff} = await editor().fetch<{signOff: unknown}>(
    `*[_id == $draft][0]{_id, "signOff": *[_id == $id]{_id,${signOffProjection}}[0].signOff}`,
    {draft: `drafts.${subject.id}`, id: subject.id},
  )
  return siteGate(subject, (await answer())?.answer, signOff)
}

async function recordAndAsk() {
  const draft = await editor().getDocument(`drafts.${subject.id}`)
  await editor().createOrReplace({...draft, _id: subject.id, _type: subject.type})
  const hash = (await answer())?.hash ?? ''
  await recordExisting([{subject, title: '', hash}], {by: 'b', byName: 'B'}, test.around)
  await askForSignOff(subject, {reviewers: [head]}, staff, test.around)
}

const deleteAnswers = () =>
  editor().delete({
    query: '*[_type == $type && kind == "decided"]',
    params: {type: signOffTypes.event},
  })

it('a no that an editor deletes counts where it was seen', async () => {
  await recordAndAsk()
  expect(await heldBack()).toBeNull()
  await answerBy(test, no)
  expect(await heldBack()).not.toBeNull()
  await deleteAnswers()
  expect(await heldBack()).not.toBeNull()
})

it('a no that is deleted before any page is made counts where it was given, until it is changed', async () => {
  await editor().patch(`drafts.${subject.id}`).set({quotation: '“Other words.”'}).commit()
  await recordAndAsk()
  const around = {...test.around, noteEnd}
  await answerBy({...test, around, letters: test.letters}, no)
  await deleteAnswers()
  expect(await heldBack()).not.toBeNull()
  await answerBy(test, yes)
  expect(await heldBack()).toBeNull()
})

it('a withdrawal that an editor deletes counts for staff too: nothing can be published by the yes before it', async () => {
  // The machine goes on remembering how the first words were refused, though each test begins with an empty record.
  await editor().patch(`drafts.${subject.id}`).set({quotation: '“Words of this test.”'}).commit()
  await askForSignOff(subject, {reviewers: [head]}, staff, test.around)
  await answerBy(test, yes)
  const around = {...test.around, ledger: ledgerThatRemembers(), noteEnd}
  const stateOf = async () => (await describeSignOff(subject, staff, around)).state
  expect(await stateOf()).toBe('agreed')
  await answerBy({...test, around, letters: test.letters}, {...yes, answer: 'withdraw'})
  await editor().delete({query: '*[kind == "withdrawn"]'})
  expect(await stateOf()).toBe('withdrawn')
  await expect(publishAgreed(subject, staff, test.lake.client(), around)).rejects.toThrow('not signed off')
  const [listed] = await listSignOff(around)
  expect(listed).toMatchObject({subject, state: 'withdrawn'})
})

const ledgerThatRemembers = () =>
  openLedger(test.around.client, test.around.keys, undefined, {
    highest: highestSeen,
    note: noteHighest,
    ends: knownEnds,
  })
