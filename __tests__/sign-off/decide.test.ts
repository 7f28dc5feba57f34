import {agreementTo} from '#lib/sign-off/agreement.ts'
import type {ToConfirm} from '#lib/sign-off/answer.ts'
import {eventsOfKind} from '#lib/sign-off/event.ts'
import {askForSignOff} from '#sanity/sign-off/ask.ts'
import {confirm, sendCode} from '#sanity/sign-off/decide.ts'
import {openLedger} from '#sanity/sign-off/ledger.ts'
import {publishAgreed} from '#sanity/sign-off/publish.ts'
import {noteOpened} from '#sanity/sign-off/review.ts'
import {readSubject} from '#sanity/sign-off/subject.ts'
import {
  answerBy,
  codeIn,
  head,
  openLink,
  signOffOfTests,
  staff,
  subject,
  writeTestimonial,
  yes,
} from './support.ts'

const test = signOffOfTests()

const no: ToConfirm = {answer: 'no', comment: 'Say “pupils”.', passage: 'asked first', onBehalfOf: ''}

const ask = (reviewers: object[] = [head]) => askForSignOff(subject, {reviewers}, staff, test.around)

const open = (address = head.email) => openLink(test, address)
const answer = (given: ToConfirm, address = head.email) => answerBy(test, given, address)

const record = () => test.around.ledger.about(subject.id)
const draftHash = async () => (await readSubject(test.around.client, subject)).draft?.hash ?? ''

it('lets a headteacher agree to exact words, and staff publish those and no others', async () => {
  await ask()
  await expect(publishAgreed(subject, staff, test.lake.client(), test.around)).rejects.toThrow(
    'not signed off',
  )
  expect(await answer(yes)).toMatchObject({kind: 'confirmed'})
  expect(agreementTo(await draftHash(), (await record()).events)).toMatchObject({kind: 'agreed'})

  await publishAgreed(subject, staff, test.lake.client(), test.around)
  expect(await test.lake.client().getDocument(subject.id)).toMatchObject({
    quotation: '“We were asked first.”',
  })

  await writeTestimonial(test.lake, '“We were asked last.”')
  await expect(publishAgreed(subject, staff, test.lake.client(), test.around)).rejects.toThrow(
    'not signed off',
  )
})

it('tells the headteacher and staff what was answered', async () => {
  await ask()
  await answer(no)
  const [toStaff, receipt] = [staff.email, head.email].map((address) =>
    test.letters.filter(({to}) => to.address === address).at(-1),
  )
  expect(toStaff?.subject).toBe('Ada Penrose asks for changes: A testimonial about Elm School')
  expect(toStaff?.text).toContain('Say “pupils”.')
  expect(receipt?.subject).toBe('Your answer: A testimonial about Elm School')
  expect(receipt?.text).toContain('you asked Wrenfold Schools Trust for changes')
})

it('puts no word of the draft into a letter', async () => {
  await ask()
  await answer(yes)
  for (const {subject: line, text} of test.letters) expect(line + text).not.toContain('asked first')
})

describe('a code', () => {
  it('confirms the answer that it was sent for, and no other', async () => {
    await ask()
    const review = await open()
    await sendCode(review, no, test.around)
    expect(await confirm(review, yes, codeIn(test.letters), test.around)).toMatchObject({kind: 'wrong'})
    expect(eventsOfKind((await record()).events, 'decided')).toEqual([])
  })

  it('may be typed with a blank in the middle', async () => {
    await ask()
    const review = await open()
    await sendCode(review, yes, test.around)
    const code = codeIn(test.letters)
    const typed = ` ${code.slice(0, 3)} ${code.slice(3)}`
    expect(await confirm(review, yes, typed, test.around)).toMatchObject({kind: 'confirmed'})
  })

  it('is over after five wrong tries, in whichever process they are made', async () => {
    await ask()
    const review = await open()
    await sendCode(review, yes, test.around)
    const code = codeIn(test.letters)
    const wrong = code === '000000' ? '000001' : '000000'
    const processes = [test.around, test.anotherProcess()]
    const tries = []
    for (let number = 0; number < 5; number += 1)
      tries.push(await confirm(review, yes, wrong, processes[number % 2] ?? test.around))
    expect(tries.map((outcome) => (outcome.kind === 'wrong' ? outcome.triesLeft : outcome.kind))).toEqual([
      4,
      3,
      2,
      1,
      'code-over',
    ])
    expect(await confirm(review, yes, code, test.around)).toEqual({kind: 'code-over'})
  })

  it('works for ten minutes', async () => {
    await ask()
    const review = await open()
    await sendCode(review, yes, test.around)
    const sentAt = Date.parse(eventsOfKind((await record()).events, 'code-sent').at(-1)?.at ?? '')
    test.setClock(new Date(sentAt + 10 * 60_000))
    expect(await confirm(review, yes, codeIn(test.letters), test.around)).toEqual({kind: 'code-over'})
    test.setClock(new Date(sentAt + 10 * 60_000 - 1))
    expect(await confirm(review, yes, codeIn(test.letters), test.around)).toMatchObject({kind: 'confirmed'})
  })

  it('goes out eight times an hour at most', async () => {
    await ask()
    const review = await open()
    const outcomes = []
    for (let number = 0; number < 9; number += 1) outcomes.push(await sendCode(review, yes, test.around))
    expect(outcomes.map(({kind}) => kind)).toEqual([...Array(8).fill('sent'), 'too-many'])
  })
})

it('decides again by what was added meanwhile, also where the machine remembers the end of the record', async () => {
  let highest = 0
  const note = (number: number) => {
    highest = Math.max(highest, number)
  }
  const {client, keys} = test.around
  const ledger = openLedger(client, keys, undefined, {highest: () => highest, note, ends: () => []})
  const opened = {kind: 'opened', subject, request: 'r', reviewer: 'r1'} as const
  const add = () => ledger.add(subject.id, () => ({events: [opened], result: null}))
  await add()
  const seen: number[] = []
  await ledger.add(subject.id, async ({events}) => {
    seen.push(events.length)
    if (seen.length === 1) await add()
    return {events: events.length === 1 ? [opened] : [], result: null}
  })
  expect(seen).toEqual([1, 2])
  expect((await record()).events.map(({number}) => number)).toEqual([1, 2])
})

it('writes one decision down for confirmations that come at once, in two processes', async () => {
  await ask()
  const review = await open()
  await sendCode(review, yes, test.around)
  const code = codeIn(test.letters)
  const processes = [test.around, test.anotherProcess(), test.around, test.anotherProcess()]
  const outcomes = await Promise.all(processes.map((around) => confirm(review, yes, code, around)))
  expect(outcomes.filter(({kind}) => kind === 'confirmed')).toHaveLength(1)
  const {events} = await record()
  expect(eventsOfKind(events, 'decided')).toHaveLength(1)
  expect(eventsOfKind(events, 'agreed')).toHaveLength(1)
})

it('notes the first opening, of fifty', async () => {
  await ask()
  const review = await open()
  await Promise.all(Array.from({length: 8}, () => noteOpened(review, test.around)))
  for (let number = 0; number < 42; number += 1) await noteOpened(review, test.anotherProcess())
  expect(eventsOfKind((await record()).events, 'opened')).toHaveLength(1)
})

describe('several reviewers', () => {
  const chair = {name: 'Sam Oakes', role: 'Chair of governors', email: 'chair@elm.example'}

  it('must all say yes where all are required', async () => {
    await ask([head, chair])
    await answer(yes)
    expect(agreementTo(await draftHash(), (await record()).events)).toBeNull()
    await answer(yes, chair.email)
    expect(agreementTo(await draftHash(), (await record()).events)).toMatchObject({kind: 'agreed'})
  })

  it('need not wait for one who is optional', async () => {
    await ask([head, {...chair, required: false}])
    await answer(yes)
    expect(agreementTo(await draftHash(), (await record()).events)).toMatchObject({kind: 'agreed'})
  })
})

describe('a no', () => {
  it('can be changed by whoever gave it, while it is asked', async () => {
    await ask()
    await answer(no)
    expect(await answer(yes)).toMatchObject({kind: 'confirmed'})
    expect(agreementTo(await draftHash(), (await record()).events)).toMatchObject({kind: 'agreed'})
    expect(await answer(no)).toMatchObject({kind: 'closed'})
  })

  it('keeps the agreement of others from counting until it is changed', async () => {
    const chair = {name: 'Sam Oakes', email: 'chair@elm.example'}
    await ask([head, chair])
    await answer(no)
    await answer(yes, chair.email)
    expect(agreementTo(await draftHash(), (await record()).events)).toBeNull()
    await answer(yes)
    expect(agreementTo(await draftHash(), (await record()).events)).toMatchObject({kind: 'agreed'})
  })

  it('stays when the time to answer is over', async () => {
    await ask()
    await answer(no)
    const review = await open()
    test.setClock(new Date(review.progress.until))
    expect(await sendCode(review, yes, test.around)).toEqual({kind: 'closed'})
  })

  it('that is sent twice with one code is written down once', async () => {
    await ask()
    const review = await open()
    await sendCode(review, no, test.around)
    const code = codeIn(test.letters)
    const processes = [test.around, test.anotherProcess(), test.around]
    const outcomes = await Promise.all(processes.map((around) => confirm(review, no, code, around)))
    expect(outcomes.map(({kind}) => kind).sort()).toEqual(['closed', 'closed', 'confirmed'])
    expect(eventsOfKind((await record()).events, 'decided')).toHaveLength(1)
  })
})

it('ends every agreement about a document when one is withdrawn', async () => {
  await ask()
  await answer(yes)
  const withdrawal: ToConfirm = {...yes, answer: 'withdraw', comment: 'The person has left.'}
  expect(await answer(withdrawal)).toMatchObject({kind: 'confirmed'})
  expect(agreementTo(await draftHash(), (await record()).events)).toBeNull()
})
