import {agreementTo} from '#lib/sign-off/agreement.ts'
import type {ToConfirm} from '#lib/sign-off/answer.ts'
import {eventsOfKind} from '#lib/sign-off/event.ts'
import {progressOf, signOffState} from '#lib/sign-off/state.ts'
import {askForSignOff} from '#sanity/sign-off/ask.ts'
import {confirm, sendCode} from '#sanity/sign-off/decide.ts'
import {describeSignOff, mayRelease} from '#sanity/sign-off/describe.ts'
import {cancelRequest, extendRequest, revokeLinks, sendAgain} from '#sanity/sign-off/manage.ts'
import {sendNewLink} from '#sanity/sign-off/new-link.ts'
import {overrideSignOff, publishAgreed} from '#sanity/sign-off/publish.ts'
import {remindReviewers} from '#sanity/sign-off/remind.ts'
import {findReview} from '#sanity/sign-off/review.ts'
import {readSubject} from '#sanity/sign-off/subject.ts'
import {
  answerBy,
  codeIn,
  head,
  openLink,
  signOffOfTests,
  staff,
  subject,
  tokenIn,
  writeTestimonial,
  yes,
} from './support.ts'

const test = signOffOfTests()

const dayMs = 24 * 60 * 60_000
const ask = (form: object = {}) => askForSignOff(subject, {reviewers: [head], ...form}, staff, test.around)
const opens = async (token: string) => (await findReview(token, null, test.around)) !== null
const record = () => test.around.ledger.about(subject.id)
const manage = (requestId: string) => ({subject, requestId, staff, around: test.around})

const answer = (given: ToConfirm) => answerBy(test, given)

/** How the document stands for staff. */
async function state() {
  const {draft, published} = await readSubject(test.around.client, subject)
  return signOffState((draft ?? published)?.hash ?? '', await record()).state
}

describe('a link', () => {
  it('works for fourteen days, to the millisecond', async () => {
    const {request} = await ask()
    const token = tokenIn(test.letters)
    const askedAt = Date.parse(request.at)
    test.setClock(new Date(askedAt + 14 * dayMs - 1))
    expect(await opens(token)).toBe(true)
    test.setClock(new Date(askedAt + 14 * dayMs))
    expect(await opens(token)).toBe(false)
    expect(await state()).toBe('expired')
  })

  it('does not work again when the clock is set back', async () => {
    const {request} = await ask({days: 1})
    const token = tokenIn(test.letters)
    test.setClock(new Date(Date.parse(request.until) + 1000))
    // Something is written down at that time, about whatever document.
    await test.around.ledger.add('other', () => ({
      events: [
        {kind: 'recorded', subject: {type: 'testimonial', id: 'other'}, hash: 'h', by: 'b', byName: 'B'},
      ],
      result: undefined,
    }))
    test.setClock(new Date(request.at))
    expect(await opens(token)).toBe(false)
  })

  it('works longer when staff give more time, also after its end', async () => {
    const {request} = await ask({days: 1})
    const token = tokenIn(test.letters)
    test.setClock(new Date(Date.parse(request.until) + 1000))
    expect(await opens(token)).toBe(false)
    await extendRequest(manage(request.id), 7)
    expect(await opens(token)).toBe(true)
    expect(await state()).toBe('waiting')
    expect(() => extendRequest(manage(request.id), 31)).toThrow('from 1 to 30 days')
  })

  it('stops at once when staff stop it, while one that is sent afterwards works', async () => {
    const {request} = await ask()
    const token = tokenIn(test.letters)
    await revokeLinks(manage(request.id))
    expect(await opens(token)).toBe(false)
    const {mailed} = await sendAgain(manage(request.id), 'r1')
    expect(mailed).toBe(true)
    expect(await opens(tokenIn(test.letters))).toBe(true)
    expect(await opens(token)).toBe(false)
  })

  it('stops when the request is ended, and when the school is asked again', async () => {
    const {request} = await ask()
    const first = tokenIn(test.letters)
    await cancelRequest(manage(request.id), 'The words have changed.')
    expect(await opens(first)).toBe(false)
    expect(await state()).toBe('cancelled')
    await ask()
    const second = tokenIn(test.letters)
    const {request: third} = await ask()
    expect(third.round).toBe(3)
    expect([await opens(second), await opens(tokenIn(test.letters))]).toEqual([false, true])
  })

  it('ends at publishing for whoever has not answered, and leads to the receipt for whoever has', async () => {
    const chair = {name: 'Sam Oakes', role: 'Chair', email: 'chair@elm.example', required: false}
    await ask({reviewers: [head, chair]})
    const [own, others] = [tokenIn(test.letters), tokenIn(test.letters, chair.email)]
    await answer(yes)
    await publishAgreed(subject, staff, test.lake.client(), test.around)
    expect([await opens(own), await opens(others)]).toEqual([true, false])
  })
})

describe('a new link for an old one', () => {
  it('goes to the address of the old one', async () => {
    const {request} = await ask({days: 1})
    const token = tokenIn(test.letters)
    test.setClock(new Date(Date.parse(request.until) + 1000))
    await sendNewLink(token, test.around)
    expect(tokenIn(test.letters)).not.toBe(token)
    expect(test.letters.map(({to}) => to.address)).toEqual([head.email, head.email])
    expect(await opens(tokenIn(test.letters))).toBe(true)
  })

  it('is not sent for a link that staff stopped, for one of an ended request, or for none of ours', async () => {
    const {request} = await ask()
    const token = tokenIn(test.letters)
    await revokeLinks(manage(request.id))
    await sendNewLink(token, test.around)
    await sendNewLink('A'.repeat(43), test.around)
    await sendNewLink('what is this', test.around)
    expect(test.letters).toHaveLength(1)
  })

  it('is sent three times an hour at most', async () => {
    await ask()
    const token = tokenIn(test.letters)
    for (let number = 0; number < 5; number += 1) await sendNewLink(token, test.around)
    expect(test.letters).toHaveLength(1 + 3)
  })
})

describe('an edit', () => {
  it('between reading and confirming leaves the agreement with the words that were read', async () => {
    await ask()
    const review = await openLink(test)
    await sendCode(review, yes, test.around)
    await writeTestimonial(test.lake, '“Nobody asked us.”')
    await confirm(review, yes, codeIn(test.letters), test.around)
    expect(await state()).toBe('out-of-date')
    await writeTestimonial(test.lake)
    expect(await state()).toBe('agreed')
  })

  it('between confirming and publishing is not published', async () => {
    await ask()
    await answer(yes)
    const own = test.lake.client()
    // Somebody else types while the site looks at the draft.
    const racing = own.withConfig({})
    const publish = racing.action.bind(racing)
    jest.spyOn(racing, 'action').mockImplementation(async (...args: Parameters<typeof publish>) => {
      await writeTestimonial(test.lake, '“Nobody asked us.”')
      return publish(...args)
    })
    await expect(publishAgreed(subject, staff, racing, test.around)).rejects.toThrow(
      'changed the draft a moment ago',
    )
    expect(await own.getDocument(subject.id)).toBeFalsy()
  })
})

describe('an override', () => {
  it('needs a reason and an administrator, is told to the headteacher, and holds for those words alone', async () => {
    await ask()
    const before = test.letters.length
    const editor = {...staff, mayOverride: false}
    await expect(overrideSignOff(subject, {why: 'It is urgent.'}, editor, test.around)).rejects.toThrow(
      'Only an administrator',
    )
    await expect(overrideSignOff(subject, {why: '  '}, staff, test.around)).rejects.toThrow('Write why')
    const {told: people} = await overrideSignOff(subject, {why: 'The school has closed.'}, staff, test.around)
    expect(people).toEqual([{name: head.name, email: head.email, mailed: true}])
    expect(await state()).toBe('overridden')
    const [told] = test.letters.slice(before)
    expect([told?.to.address, told?.text.includes('The school has closed.')]).toEqual([head.email, true])
    await writeTestimonial(test.lake, '“Nobody asked us.”')
    expect(await state()).toBe('out-of-date')
  })
})

it.each([
  [{reviewers: []}, 'Say who is asked'],
  [{reviewers: [{...head, email: 'head@elm'}]}, '“head@elm” is no e-mail address'],
  [{reviewers: [{...head, name: 'Ada\nBcc: all@elm.example'}]}, 'in one line'],
  [{reviewers: [head, {...head, email: 'HEAD@elm.example'}]}, 'the same e-mail address'],
  [
    {reviewers: [{...head, emailAgain: 'haed@elm.example'}]},
    'The two e-mail addresses of Ada Penrose differ',
  ],
  [{days: 31}, 'from 1 to 30 days'],
  [{days: 1.5}, 'from 1 to 30 days'],
  [{dueOn: '2020-01-01'}, 'has passed'],
  [{dueOn: '31/12/2026'}, 'such as 2027-01-31'],
  [{dueOn: '2999-01-01'}, 'let it work longer'],
  [{why: 'x'.repeat(2_001)}, '2000 letters'],
])('a request with %j is refused in words, and nothing is sent', async (form, words) => {
  await expect(ask(form)).rejects.toThrow(words)
  expect(test.letters).toEqual([])
  expect((await record()).events).toEqual([])
})

it('a day by which an answer is needed is one in Britain, also in the night of a change of the clocks', async () => {
  // 23:30 on 27 March by UTC; the clocks go forward on the 28th at 01:00.
  test.setClock(new Date('2027-03-27T23:30:00Z'))
  const {request} = await ask({days: 7})
  expect([request.dueOn, request.until]).toEqual(['2027-04-03', '2027-04-03T23:30:00.000Z'])
})

it('what a reviewer wrote is kept as it was written, markup and all', async () => {
  await ask()
  const comment = `<script>alert(1)</script>\n${'a'.repeat(9_900)}`
  await answer({answer: 'no', comment, passage: '', onBehalfOf: 'Ada\u2028Penrose'})
  const [decided] = eventsOfKind((await record()).events, 'decided')
  expect(decided?.comment).toBe(comment)
  const {requests, events, now} = await record()
  const [request] = requests
  if (request === undefined) throw new Error('There is no request.')
  expect(progressOf(request, events, now).state).toBe('changes-asked')
})

describe('a reminder', () => {
  const remindAt = async (moment: string) => {
    test.setClock(new Date(moment))
    const before = test.letters.length
    const sent = await Promise.all([remindReviewers(test.around), remindReviewers(test.anotherProcess())])
    expect(test.letters.length - before).toBe(sent[0] + sent[1])
    return test.letters
      .slice(before)
      .map(({subject: line, text}) => [line, /We (?:had )?hope[^.]*/.exec(text)?.[0]])
  }

  it('goes off two days before, on the day and three working days after, once each, in whichever process', async () => {
    // A Tuesday; an answer is due on Friday of the week after.
    test.setClock(new Date('2026-12-01T10:00:00Z'))
    await ask({dueOn: '2026-12-11', days: 30})
    const line = 'A reminder: please read before we publish'
    expect(await remindAt('2026-12-08T10:00:00Z')).toEqual([])
    expect(await remindAt('2026-12-09T10:00:00Z')).toEqual([
      [line, 'We hope for your answer by 11 December 2026'],
    ])
    expect(await remindAt('2026-12-10T10:00:00Z')).toEqual([])
    expect(await remindAt('2026-12-11T10:00:00Z')).toEqual([[line, 'We hope for your answer today']])
    expect(await remindAt('2026-12-15T10:00:00Z')).toEqual([])
    expect(await remindAt('2026-12-16T10:00:00Z')).toEqual([
      [line, 'We had hoped for your answer by 11 December 2026'],
    ])
    expect(await remindAt('2026-12-20T10:00:00Z')).toEqual([])
    expect(await opens(tokenIn(test.letters))).toBe(true)
  })

  it('goes to nobody who has answered, and about nothing that is over', async () => {
    test.setClock(new Date('2026-12-01T10:00:00Z'))
    await ask({dueOn: '2026-12-11', days: 30})
    await answer({...yes, answer: 'no', comment: 'Not like this.'})
    expect(await remindAt('2026-12-11T10:00:00Z')).toEqual([])
  })
})

it('whoever was asked about a school is known when another of its documents is asked about', async () => {
  await ask()
  const knownOf = (id: string, type: 'testimonial' | 'school') =>
    describeSignOff({type, id}, staff, test.around)
  expect((await knownOf('elm', 'school')).known).toEqual([head])
  await test.lake.client().create({
    _id: 'drafts.other',
    _type: 'testimonial',
    quotation: 'Other.',
    school: {_type: 'reference', _ref: 'oak', _weak: true},
  })
  expect((await knownOf('other', 'testimonial')).known).toEqual([])
})

describe('a release', () => {
  const versionId = `versions.r1.${subject.id}`

  it('may publish what is agreed to, and no other words', async () => {
    await ask()
    await answer(yes)
    const draft = await test.lake.client({perspective: 'raw'}).getDocument(`drafts.${subject.id}`)
    await test.lake.client().create({...draft, _id: versionId, _type: 'testimonial'})
    expect(await mayRelease(subject, versionId, test.around)).toEqual({may: true})
    await test.lake.client().patch(versionId).set({quotation: '“Nobody asked us.”'}).commit()
    expect(await mayRelease(subject, versionId, test.around)).toEqual({may: false})
    await expect(mayRelease(subject, 'versions.r1.other', test.around)).rejects.toThrow('no such version')
  })

  it.each([
    ['the words that were agreed to stand agreed', '“We were asked first.”', 'agreed'],
    [
      'other words stand without an agreement, though the lake published them',
      '“Nobody asked us.”',
      undefined,
    ],
  ])('%s', async (_, quotation, kind) => {
    await ask()
    await answer(yes)
    const client = test.lake.client({perspective: 'raw'})
    const {releaseId} = await client.releases.create({metadata: {title: 'Spring'}})
    const draft = await client.getDocument(`drafts.${subject.id}`)
    await client.create({
      ...draft,
      _id: `versions.${releaseId}.${subject.id}`,
      _type: 'testimonial',
      quotation,
    })
    await client.releases.publish({releaseId})
    const {published} = await readSubject(test.around.client, subject)
    expect(await client.getDocument(subject.id)).toMatchObject({quotation})
    expect(agreementTo(published?.hash ?? '', (await record()).events)?.kind).toBe(kind)
  })
})

it('is told of to staff: whom it went to and what for, whether it was stopped, and what was answered', async () => {
  await writeTestimonial(test.lake)
  const {request} = await ask()
  const described = () => describeSignOff(subject, staff, test.around)
  await revokeLinks(manage(request.id))
  expect((await described()).progress?.reviewers).toMatchObject([{isStopped: true}])
  await sendAgain(manage(request.id), 'r1')
  await answer({...yes, answer: 'no', passage: 'We', comment: 'Say who.'})
  const {progress, history} = await described()
  expect(progress?.reviewers).toMatchObject([{isStopped: false}])
  expect(history.filter(({kind}) => kind === 'sent').map(({words}) => words)).toEqual([
    `To ${head.name}, with the receipt`,
    `To ${head.name}, once more`,
    `To ${head.name}`,
  ])
  expect(history.find(({kind}) => kind === 'decided')?.words).toBe('No\nAbout “We”:\nSay who.')
})
