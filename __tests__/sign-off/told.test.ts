import {eventsOfKind} from '#lib/sign-off/event.ts'
import {askForSignOff} from '#sanity/sign-off/ask.ts'
import {describeSignOff} from '#sanity/sign-off/describe.ts'
import {overrideSignOff} from '#sanity/sign-off/publish.ts'
import {answerBy, head, signOffOfTests, staff, subject, yes} from './support.ts'

/* Whoever is not asked, and has to know: by letters without a word of the draft, and without a link that opens it. */

const test = signOffOfTests()

const chair = {name: 'Sam Oakes', role: 'Chair of governors', email: 'chair@elm.example'}
const own = {name: 'Ada Penrose', role: 'Headteacher', email: 'robin.private@home.example'}
const office = {name: 'The office', role: '', email: 'office@elm.example'}

const ask = (reviewers: object[], around = test.around) => askForSignOff(subject, {reviewers}, staff, around)
const lettersTo = (address: string) => test.letters.filter(({to}) => to.address === address)
const events = async () => (await test.around.ledger.about(subject.id)).events

/** Gives the school a mailbox to be written to at. */
const giveContact = () =>
  test.lake
    .client()
    .patch('elm')
    .set({contactRoute: {kind: 'email', name: office.name, email: office.email, showEmail: false}})
    .commit()

/** No word of the draft is in a letter, and no way to it. */
function expectNothingOfTheDraft(text: string | undefined): void {
  expect(text).toBeDefined()
  expect(text).not.toContain('asked first')
  expect(text).not.toContain('/review')
}

describe('words that nobody was asked about', () => {
  const why = 'The school has closed, and its head has written to us.'

  it('are not published without an agreement unless somebody of the school is told', async () => {
    for (const [form, words] of [
      [{why}, 'Give the e-mail address of the headteacher'],
      [{why, email: 'head@elm'}, '“head@elm” is no e-mail address'],
      [{why, email: head.email, name: 'Ada\nBcc: all@elm.example'}, 'in one line'],
    ] as const)
      await expect(overrideSignOff(subject, form, staff, test.around)).rejects.toThrow(words)
    expect(await events()).toEqual([])
    expect(test.letters).toEqual([])
  })

  it('are told of to the headteacher: by whom, why, and where to read them', async () => {
    const form = {why, name: head.name, email: head.email}
    const {told} = await overrideSignOff(subject, form, staff, test.around)
    expect(told).toEqual([{name: head.name, email: head.email, mailed: true}])
    const [letter, ...more] = test.letters
    expect(more).toEqual([])
    expect(letter).toMatchObject({
      to: {name: head.name, address: head.email},
      replyTo: {address: 'office@trust.example'},
      subject: 'Published without your agreement: A testimonial about Elm School',
    })
    expect(letter?.text).toContain('Robin Ashe of Wrenfold Schools Trust has decided')
    expect(letter?.text).toContain(why)
    expect(letter?.text).toContain('https://trust.example/schools/elm\n')
    expectNothingOfTheDraft(letter?.text)
    const {history} = await describeSignOff(subject, staff, test.around)
    expect(history[0]?.words).toBe(`${why}\nTold by letter: ${head.email}`)
  })

  it('may be told of to the mailbox that the school gave, which is offered', async () => {
    await giveContact()
    expect((await describeSignOff(subject, staff, test.around)).contact).toEqual(office)
  })

  it('are not told of to whom the form names where somebody was asked', async () => {
    await ask([head])
    const form = {why, name: own.name, email: own.email}
    const {told} = await overrideSignOff(subject, form, staff, test.around)
    expect(told.map(({email}) => email)).toEqual([head.email])
  })

  it('are told of to everybody who was asked about them, also before a later mailbox', async () => {
    await ask([head])
    await ask([own])
    test.letters.length = 0
    const {told} = await overrideSignOff(subject, {why}, staff, test.around)
    expect(told.map(({email}) => email)).toEqual([own.email, head.email])
    expect(test.letters.map(({to}) => to.address).sort()).toEqual([head.email, own.email])
  })

  it('leave staff to tell by themselves when the letter does not go off', async () => {
    const deliver = () => Promise.reject(new Error('The mail server is down.'))
    const form = {why, email: head.email}
    const {told} = await overrideSignOff(subject, form, staff, {...test.around, deliver})
    expect(told).toEqual([{name: '', email: head.email, mailed: false}])
  })
})

describe('a mailbox that was never asked for the school', () => {
  it('is told of to those who were asked before, and to the mailbox that the school gave, once each', async () => {
    await giveContact()
    await ask([head, chair])
    await ask([{...head, email: 'HEAD@elm.example'}])
    test.letters.length = 0
    const {told, links} = await ask([own])
    expect(links.map(({reviewer}) => reviewer.email)).toEqual([own.email])
    const addresses = ['HEAD@elm.example', chair.email, office.email]
    expect(told.map(({email}) => email).sort()).toEqual(addresses)
    expect(test.letters).toHaveLength(1 + 3)
    const [letter] = lettersTo(chair.email)
    expect(letter?.subject).toBe('Somebody else is asked about your school: A testimonial about Elm School')
    expect(letter?.replyTo?.address).toBe('office@trust.example')
    expect(letter?.text).toContain(
      'Robin Ashe of Wrenfold Schools Trust has asked Ada Penrose (Headteacher) about words on the website, on behalf of your school',
    )
    for (const {email} of told) expectNothingOfTheDraft(lettersTo(email)[0]?.text)
    const [asked] = eventsOfKind(await events(), 'requested').slice(-1)
    expect(asked?.told.split(', ').sort()).toEqual(addresses)
  })

  it('is told of when it is asked about another document of the same school', async () => {
    await ask([head])
    await test.lake
      .client()
      .patch('elm', {
        set: {
          ownWords: [
            {_type: 'block', _key: 'a', style: 'normal', children: [{_type: 'span', _key: 'b', text: 'Hi.'}]},
          ],
        },
      })
      .commit()
    const school = {type: 'school', id: 'elm'} as const
    const {told} = await askForSignOff(school, {reviewers: [own]}, staff, test.around)
    expect(told.map(({email}) => email)).toEqual([head.email])
  })

  it('is told of to nobody the first time, nor when it is known, and to whoever is asked besides', async () => {
    await giveContact()
    expect((await ask([head])).told).toEqual([])
    expect((await ask([head])).told).toEqual([])
    expect((await ask([head, own])).told.map(({email}) => email)).toEqual([head.email, office.email])
    expect((await ask([own])).told).toEqual([])
  })

  it('is said not to have been told of when a letter does not go off', async () => {
    await ask([head])
    const around = {
      ...test.around,
      deliver: async (letter: {to: {address: string}}) => {
        if (letter.to.address === head.email) throw new Error('Refused.')
      },
    }
    const {told, links} = await ask([own], around)
    expect(told).toEqual([{name: head.name, email: head.email, mailed: false}])
    expect(links[0]?.mailed).toBe(true)
  })
})

it('a withdrawal is told to staff, and to those who were asked too, without what was written', async () => {
  await ask([head, chair])
  await answerBy(test, yes)
  await answerBy(test, yes, chair.email)
  const before = test.letters.length
  await answerBy(test, {...yes, answer: 'withdraw', comment: 'Not “asked first” any more.'})
  const later = test.letters.slice(before)
  const toStaff = later.find(({to}) => to.address === staff.email)
  expect(toStaff?.subject).toBe('Ada Penrose has taken the agreement back: A testimonial about Elm School')
  const [letter, ...more] = later.filter(({to}) => to.address === chair.email)
  expect(more).toEqual([])
  expect(letter?.subject).toBe('Agreement taken back: A testimonial about Elm School')
  expect(letter?.text).toContain('Ada Penrose took back the agreement')
  expectNothingOfTheDraft(letter?.text)
})
