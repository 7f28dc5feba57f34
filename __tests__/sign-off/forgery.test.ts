import {agreementTo, latestWithdrawal} from '#lib/sign-off/agreement.ts'
import {type EventDetails, eventId, type SignOffEvent, signEvent} from '#lib/sign-off/event.ts'
import {makeSignOffKey, openSignOffKeys} from '#lib/sign-off/keys.ts'
import {requestDocumentId, signRequest} from '#lib/sign-off/request.ts'
import {tokenMark} from '#lib/sign-off/token.ts'
import {signOffTypes} from '#lib/sign-off/types.ts'
import {type RecordDocuments, type RecordHead, verifyRecord} from '#lib/sign-off/verify.ts'
import {askForSignOff} from '#sanity/sign-off/ask.ts'
import {findReview} from '#sanity/sign-off/review.ts'
import {readSnapshot} from '#sanity/sign-off/snapshot.ts'
import {readSubject} from '#sanity/sign-off/subject.ts'
import {
  answerBy,
  codeIn,
  head,
  signOffOfTests,
  staff,
  subject,
  type TestSignOff,
  tokenIn,
  writeTestimonial,
  yes,
} from './support.ts'

/* What somebody with an editor's token tries: every document of the record can be written, and none of it counts. */

const test = signOffOfTests()
let editor: ReturnType<TestSignOff['lake']['client']>

beforeAll(() => {
  editor = test.lake.client({perspective: 'raw'})
})

const ask = () => askForSignOff(subject, {reviewers: [head]}, staff, test.around)
const record = () => test.around.ledger.about(subject.id)
const draftHash = async () => (await readSubject(test.around.client, subject)).draft?.hash ?? ''
const agreement = async () => agreementTo(await draftHash(), (await record()).events)

async function agree(): Promise<void> {
  await ask()
  await answerBy(test, yes)
}

async function verify(known: RecordHead | null = null) {
  const all = (type: string) => editor.fetch<unknown[]>(`*[_type == $type]`, {type})
  const documents: RecordDocuments = {
    events: await all(signOffTypes.event),
    requests: await all(signOffTypes.request),
    snapshots: await all(signOffTypes.snapshot),
  }
  return verifyRecord(documents, test.around.keys, known)
}

async function eventDocument(
  kind: EventDetails['kind'],
): Promise<{_id: string; record: string; signature: string}> {
  const found = await editor.fetch<{_id: string; record: string; signature: string} | null>(
    `*[_type == "${signOffTypes.event}" && kind == $kind] | order(number desc)[0]{_id, record, signature}`,
    {kind},
  )
  if (found === null) throw new Error(`There is no event ${kind}.`)
  return found
}

it('a whole record shows nothing that was altered, and prints its end', async () => {
  await agree()
  expect(await verify()).toMatchObject({events: 6, requests: 1, problems: [], head: {number: 6}})
})

describe('an agreement', () => {
  const forged = (hash: string): SignOffEvent => ({
    kind: 'agreed',
    subject,
    request: 'r',
    hash,
    number: 1,
    at: '2026-01-01T00:00:00.000Z',
    before: '',
  })

  it('that an editor writes counts for nothing', async () => {
    const hash = await draftHash()
    const text = JSON.stringify({spec: 'event-1', ...forged(hash)})
    await editor.create({
      _id: eventId(1),
      _type: signOffTypes.event,
      number: 1,
      kind: 'agreed',
      subject: subject.id,
      record: text,
      signature: 'AAAA',
    })
    expect(await agreement()).toBeNull()
    expect((await verify()).problems).toEqual([
      'signOff.event.00000001 was not written by the site, or was altered.',
    ])
  })

  it('that is signed with another key counts for nothing', async () => {
    const strange = openSignOffKeys(makeSignOffKey())
    if (strange === null) throw new Error('No key.')
    const event = forged(await draftHash())
    await editor.create({
      _id: eventId(1),
      _type: signOffTypes.event,
      number: 1,
      subject: subject.id,
      ...signEvent(event, strange),
    })
    expect(await agreement()).toBeNull()
  })

  it('to other words counts for nothing, though its hash stands beside it', async () => {
    await agree()
    await writeTestimonial(test.lake, '“Nobody asked us.”')
    const {_id} = await eventDocument('agreed')
    await editor
      .patch(_id)
      .set({hash: await draftHash()})
      .commit()
    expect(await agreement()).toBeNull()
  })

  it('about one document counts for no other', async () => {
    await agree()
    const other = {type: 'testimonial', id: 'other'} as const
    const {record: text, signature} = await eventDocument('agreed')
    await editor.create({
      _id: eventId(99),
      _type: signOffTypes.event,
      number: 99,
      subject: other.id,
      record: text,
      signature,
    })
    const {events} = await test.around.ledger.about(other.id)
    expect(agreementTo(await draftHash(), events)).toBeNull()
    expect((await verify()).problems).toEqual(['signOff.event.00000099 is a copy of event 5.'])
  })

  it('in a record that an editor changed counts for nothing', async () => {
    await agree()
    const {_id, record: text} = await eventDocument('agreed')
    await editor
      .patch(_id)
      .set({record: text.replace('"kind":"agreed"', '"kind":"overridden"')})
      .commit()
    expect(await agreement()).toBeNull()
    expect((await verify()).problems).toContain(`${_id} was not written by the site, or was altered.`)
  })

  it('that was withdrawn does not come back when the withdrawal is deleted, where it was seen', async () => {
    await agree()
    await test.around.ledger.add(subject.id, () => ({
      events: [{kind: 'withdrawn', subject, request: 'r', reviewer: 'r1', why: '', codeEvent: ''}],
      result: undefined,
    }))
    const {events} = await record()
    const withdrawn = latestWithdrawal(events) ?? {number: 0, at: ''}
    const withdrawal = withdrawn.number
    const {head: end} = await verify()
    await editor.delete(eventId(withdrawal))
    expect(agreementTo(await draftHash(), (await record()).events, [withdrawn])).toBeNull()
    expect((await verify(end)).problems).toEqual([
      `The record does not hold event ${withdrawal} as it was noted: its end was cut off, or replaced.`,
    ])
  })
})

describe('the record tells', () => {
  it('that an event is missing', async () => {
    await agree()
    await editor.delete(eventId(3))
    expect((await verify()).problems).toEqual([
      'Event 3 is missing.',
      'Event 4 does not follow what stands before it: something there was taken out or replaced.',
    ])
  })

  it('that a request was altered, or is gone', async () => {
    const {request} = await ask()
    const id = requestDocumentId(request.id)
    await editor.patch(id).set({signature: 'AAAA'}).commit()
    expect((await verify()).problems).toEqual([
      `${id} was not written by the site, or was altered.`,
      `${id} is missing.`,
    ])
    await editor.delete(id)
    expect((await verify()).problems).toEqual([`${id} is missing.`])
  })

  it('that the words were altered which somebody agreed to', async () => {
    const {request} = await ask()
    const [snapshot] = await editor.fetch<{_id: string; answer: string}[]>(
      `*[_type == "${signOffTypes.snapshot}"]`,
    )
    if (snapshot === undefined) throw new Error('There is no snapshot.')
    await editor
      .patch(snapshot._id)
      .set({answer: snapshot.answer.replace('asked first', 'asked last')})
      .commit()
    expect((await verify()).problems).toEqual([
      `${snapshot._id}: the words of ${requestDocumentId(request.id)} were altered.`,
    ])
    expect(await readSnapshot(test.around, 'testimonial', request.hash)).toBeNull()
  })

  it('that what stands beside a record was altered', async () => {
    await ask()
    await editor.patch(eventId(1)).set({kind: 'agreed'}).commit()
    expect((await verify()).problems).toEqual([
      'signOff.event.00000001: the field “kind” beside its record was altered.',
    ])
  })

  it('nothing wrong where an editor only took a place, which is left out', async () => {
    await editor.create({_id: eventId(1), _type: signOffTypes.event, number: 1})
    await agree()
    expect(await agreement()).not.toBeNull()
    expect((await verify()).problems).toEqual([
      'signOff.event.00000001 was not written by the site, or was altered.',
      'Event 1 is missing.',
    ])
  })
})

describe('a link', () => {
  it('whose mark an editor wrote opens nothing', async () => {
    const {request} = await ask()
    const strange = openSignOffKeys(makeSignOffKey())
    if (strange === null) throw new Error('No key.')
    const token = 'A'.repeat(43)
    await editor
      .patch(eventId(2))
      .set({token: tokenMark(token, test.around.keys)})
      .commit()
    expect(await findReview(token, null, test.around)).toBeNull()
    expect(await findReview(tokenIn(test.letters), request.id, test.around)).toBeNull()
  })

  it('leads to the address that was signed, whatever an editor writes into the request', async () => {
    const {request} = await ask()
    const altered = {
      ...request,
      reviewers: request.reviewers.map((reviewer) => ({...reviewer, email: 'mallory@evil.example'})),
    }
    const strange = openSignOffKeys(makeSignOffKey())
    if (strange === null) throw new Error('No key.')
    await editor.patch(requestDocumentId(request.id)).set(signRequest(altered, strange)).commit()
    expect(await findReview(tokenIn(test.letters), null, test.around)).toBeNull()
  })

  it('opens its own request and no other', async () => {
    await ask()
    const token = tokenIn(test.letters)
    expect(await findReview(token, 'f'.repeat(32), test.around)).toBeNull()
  })
})

it('nothing that anonymous readers see holds a link, a code or an address', async () => {
  await agree()
  const seen = JSON.stringify(await test.lake.anonymous({perspective: 'raw'}).fetch('*[true]'))
  for (const secret of [head.email, head.name, tokenIn(test.letters), codeIn(test.letters)])
    expect(seen).not.toContain(secret)
  const stored = JSON.stringify(await editor.fetch('*[true]'))
  for (const secret of [tokenIn(test.letters), codeIn(test.letters)])
    expect(stored).not.toContain(`"${secret}"`)
})
