import type {MailMessage} from '#lib/mail/message.ts'
import {makeDefences, openingKey} from './defences.ts'
import {decoyField, schoolField} from './fields.ts'
import type {EnquiryParties} from './letters.ts'
import {type Outcome, type Submission, submitEnquiry} from './submit.ts'

const parties: EnquiryParties = {
  schoolName: 'Oak Primary',
  mailbox: {name: null, address: 'office@oak.example'},
  trustName: 'A Trust',
  trustEmail: null,
}
const typed = {name: 'Siân', email: 'sian@home.example', message: 'Is it for us?', [schoolField]: 'oak'}
const headers = {origin: 'https://trust.example', 'content-length': '500'}

/** A site of one school, whose clock stands until it is moved. */
function site() {
  const clock = {now: 1_000_000}
  const delivered: MailMessage[] = []
  const reported: string[] = []
  const failing = new Set<string>()
  const defences = makeDefences(() => clock.now)
  const post = (fields: {[name: string]: string} = {}, from: Partial<Omit<Submission, 'form'>> = {}) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({...typed, ...fields})) form.set(name, value)
    return submitEnquiry(
      {form, headers: new Headers(headers), visitor: '203.0.113.7', ...from},
      {
        isOwnOrigin: (origin) => origin === 'https://trust.example',
        partiesOf: async (slug) => (slug === 'no-such-school' ? null : parties),
        deliver: async (letter) => {
          if (failing.has(letter.to.address)) throw new Error('A letter was not sent: ESOCKET.')
          delivered.push(letter)
        },
        defences,
        report: (problem) => reported.push(problem),
      },
    )
  }
  return {clock, delivered, reported, failing, defences, post}
}

const failureOf = (outcome: Outcome) =>
  outcome.kind === 'again' ? [outcome.status, outcome.state.failure?.kind ?? null] : outcome.kind

test('a message goes to the school, with a copy to its sender', async () => {
  const {post, delivered, reported} = site()
  expect(await post()).toEqual({kind: 'sent', schoolSlug: 'oak', withCopy: true})
  expect(delivered.map(({to}) => to.address)).toEqual(['office@oak.example', 'sian@home.example'])
  expect(reported).toEqual([])
})

test('what is wrong is named, and everything typed is kept as it was', async () => {
  const {post, delivered} = site()
  const outcome = await post({name: '', email: ' nobody ', message: 'one\r\ntwo  '})
  expect(outcome).toMatchObject({
    status: 422,
    state: {
      values: {name: '', email: ' nobody ', message: 'one\ntwo  '},
      problems: [{field: 'name'}, {field: 'email'}],
      failure: null,
    },
  })
  expect(delivered).toEqual([])
})

test('a form of a stranger is refused before anything else', async () => {
  const {post, delivered} = site()
  const strangers = [new Headers(), new Headers({origin: 'https://evil.example', 'content-length': '1'})]
  for (const stranger of strangers)
    expect(failureOf(await post({}, {headers: stranger}))).toEqual([403, 'stranger'])
  expect(delivered).toEqual([])
})

test('a form whose decoy is filled in is not sent', async () => {
  const {post, delivered} = site()
  expect(failureOf(await post({[decoyField]: 'https://spam.example'}))).toEqual([422, 'decoy'])
  expect(delivered).toEqual([])
})

test('a form that comes sooner than people type is sent at the second try', async () => {
  const {post, delivered, defences, clock} = site()
  defences.openings.note(openingKey('203.0.113.7', 'oak'))
  clock.now += 2_999
  expect(failureOf(await post())).toEqual([422, 'too-quick'])
  expect(delivered).toEqual([])
  expect(failureOf(await post())).toBe('sent')
})

test('one that was open for three seconds is sent at the first', async () => {
  const {post, defences, clock} = site()
  defences.openings.note(openingKey('203.0.113.7', 'oak'))
  clock.now += 3_000
  expect(failureOf(await post())).toBe('sent')
})

const tooMany = (outcome: Outcome) =>
  outcome.kind === 'again' && outcome.state.failure?.kind === 'too-many'
    ? [outcome.status, outcome.state.failure.by]
    : outcome.kind

test('who looks for a trust writes to each of its nine schools, and to some once more', async () => {
  const {post} = site()
  for (let school = 1; school <= 9; school += 1) {
    expect(failureOf(await post({[schoolField]: `school-${school}`}))).toBe('sent')
    expect(failureOf(await post({[schoolField]: `school-${school}`}))).toBe('sent')
  }
})

test('one network may send twenty messages an hour', async () => {
  const {post, clock, delivered} = site()
  const nth = (number: number, from = {}) =>
    post({email: `sender-${number}@home.example`, [schoolField]: number % 2 ? 'oak' : 'elm'}, from)
  for (let number = 1; number <= 20; number += 1) expect(failureOf(await nth(number))).toBe('sent')
  clock.now += 10 * 60_000
  expect(await nth(21)).toMatchObject({
    status: 429,
    state: {failure: {kind: 'too-many', by: 'network', minutes: 50}},
  })
  expect(delivered).toHaveLength(40)
  expect(failureOf(await nth(21, {visitor: '203.0.113.8'}))).toBe('sent')
  clock.now += 50 * 60_000
  expect(failureOf(await nth(22))).toBe('sent')
})

test('one school gets thirty messages an hour', async () => {
  const {post} = site()
  const nth = (number: number, fields = {}) =>
    post({email: `sender-${number}@home.example`, ...fields}, {visitor: `203.0.113.${number}`})
  for (let number = 1; number <= 30; number += 1) expect(failureOf(await nth(number))).toBe('sent')
  expect(tooMany(await nth(31))).toEqual([429, 'school'])
  expect(failureOf(await nth(31, {[schoolField]: 'elm'}))).toBe('sent')
})

test('one address may write to one school four times an hour, however it is written', async () => {
  const {post} = site()
  const nth = (number: number, fields: {[name: string]: string}) =>
    post(fields, {visitor: `203.0.113.${number}`})
  for (let number = 1; number <= 4; number += 1)
    expect(failureOf(await nth(number, {email: 'victim@home.example'}))).toBe('sent')
  expect(tooMany(await nth(5, {email: 'VICTIM@home.example'}))).toEqual([429, 'sender-to-school'])
  expect(failureOf(await nth(6, {email: 'victim@home.example', [schoolField]: 'elm'}))).toBe('sent')
})

test('one mailbox gets twenty copies an hour, from wherever and whatever the schools', async () => {
  const {post} = site()
  const nth = (number: number, email: string) =>
    post({email, [schoolField]: `school-${number}`}, {visitor: `203.0.113.${number}`})
  for (let number = 1; number <= 20; number += 1)
    expect(failureOf(await nth(number, 'victim@home.example'))).toBe('sent')
  expect(tooMany(await nth(21, 'Victim@home.example'))).toEqual([429, 'sender'])
})

test('many at once count as many', async () => {
  const {post} = site()
  const outcomes = await Promise.all(
    Array.from({length: 22}, (_, number) => post({email: `sender-${number}@home.example`})),
  )
  expect(outcomes.map(({kind}) => kind).sort()).toEqual([
    ...Array(2).fill('again'),
    ...Array(20).fill('sent'),
  ])
})

test('when the mail server is down the words are kept, and tries do not count', async () => {
  const {post, failing, reported} = site()
  failing.add('office@oak.example')
  for (let number = 1; number <= 8; number += 1) {
    const outcome = await post()
    expect(failureOf(outcome)).toEqual([503, 'not-sent'])
    expect(outcome).toMatchObject({state: {values: {message: 'Is it for us?'}}})
  }
  expect(new Set(reported)).toEqual(new Set(['A letter was not sent: ESOCKET.']))
  failing.clear()
  expect(failureOf(await post())).toBe('sent')
})

test('when only the copy fails, the message counts as sent', async () => {
  const {post, failing, delivered} = site()
  failing.add('sian@home.example')
  expect(await post()).toEqual({kind: 'sent', schoolSlug: 'oak', withCopy: false})
  expect(delivered.map(({to}) => to.address)).toEqual(['office@oak.example'])
})

test('a school that is not written to this way gets nothing', async () => {
  const {post, delivered, reported} = site()
  expect(failureOf(await post({[schoolField]: 'no-such-school'}))).toEqual([503, 'not-sent'])
  expect(delivered).toEqual([])
  expect(reported.join()).not.toContain('sian@home.example')
})
