import {eventsOfKind} from '#lib/sign-off/event.ts'
import {mostCodesAnHour, mostCodeTries, mostGuessesAnHour} from '#lib/sign-off/token.ts'
import {signOffTypes} from '#lib/sign-off/types.ts'
import type {Around} from '#sanity/sign-off/around.ts'
import {askForSignOff} from '#sanity/sign-off/ask.ts'
import {confirm, sendCode} from '#sanity/sign-off/decide.ts'
import {codeIn, openLink, signOffOfTests, staff, subject, yes} from './support.ts'

/*
 * What somebody tries who holds a link, perhaps with an editor's token besides, and not the mailbox. Each test asks in a
 * mailbox of its own, because what is counted outside the dataset stays.
 */

const test = signOffOfTests()
const mostWrong = mostGuessesAnHour

const ask = (email: string) =>
  askForSignOff(subject, {reviewers: [{name: 'Ada Penrose', email}]}, staff, test.around)
const wrongFor = (email: string) => (codeIn(test.letters, email) === '000000' ? '000001' : '000000')
const forget = (kind: string) =>
  test.lake.client({perspective: 'raw'}).delete({
    query: '*[_type == $type && kind == $kind]',
    params: {type: signOffTypes.event, kind},
  })

/** A record in which an editor deletes at once whatever is added. */
function forgetful({ledger, ...around}: Around): Around {
  const add: Around['ledger']['add'] = async (subjectId, decide) =>
    (await decide(await ledger.about(subjectId))).result
  return {...around, ledger: {...ledger, add}}
}

it('codes that are guessed at once are as many as one after the other', async () => {
  const email = 'at-once@elm.example'
  await ask(email)
  const review = await openLink(test, email)
  await sendCode(review, yes, test.around)
  const around = forgetful(test.around)
  const guesses = Array.from({length: 3 * mostWrong}, () => confirm(review, yes, wrongFor(email), around))
  const wrong = (await Promise.all(guesses)).filter(({kind}) => kind === 'wrong')
  expect(wrong).toHaveLength(mostWrong)
})

it('another question to the same mailbox gives no more guesses', async () => {
  const email = 'again@elm.example'
  let wrong = 0
  for (let question = 0; question < 7; question += 1) {
    await ask(email)
    const review = await openLink(test, email)
    await sendCode(review, yes, test.around)
    for (let time = 0; time < mostCodeTries; time += 1) {
      const {kind} = await confirm(review, yes, wrongFor(email), test.around)
      const isLast = time === mostCodeTries - 1
      if (kind === 'wrong' || (isLast && wrong + 1 === (question + 1) * mostCodeTries)) wrong += 1
    }
  }
  expect(wrong).toBe(mostWrong)
})

it('codes are counted also when an editor deletes what counts them', async () => {
  const email = 'letters@elm.example'
  await ask(email)
  const review = await openLink(test, email)
  const outcomes = []
  for (let time = 0; time < mostCodesAnHour + 3; time += 1) {
    outcomes.push((await sendCode(review, yes, test.around)).kind)
    await forget('code-sent')
  }
  expect(outcomes.filter((kind) => kind === 'sent')).toHaveLength(mostCodesAnHour)
  expect(eventsOfKind((await test.around.ledger.about(subject.id)).events, 'code-sent')).toEqual([])
})
