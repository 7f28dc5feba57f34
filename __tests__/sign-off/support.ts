import type {MailMessage} from '#lib/mail/message.ts'
import type {ToConfirm} from '#lib/sign-off/answer.ts'
import {openSignOffKeys} from '#lib/sign-off/keys.ts'
import type {Subject} from '#lib/sign-off/subjects.ts'
import type {Around, Staff} from '#sanity/sign-off/around.ts'
import {confirm, sendCode} from '#sanity/sign-off/decide.ts'
import {openLedger} from '#sanity/sign-off/ledger.ts'
import {findReview, type Review} from '#sanity/sign-off/review.ts'
import {startTestLake, type TestLake} from '../lake/support.ts'

export const staff: Staff = {
  id: 'editor',
  name: 'Robin Ashe',
  email: 'robin@trust.example',
  mayOverride: true,
}

export const head = {name: 'Ada Penrose', role: 'Headteacher', email: 'head@elm.example'}

export const subject: Subject = {type: 'testimonial', id: 'said'}

export type TestSignOff = {
  lake: TestLake
  around: Around
  letters: MailMessage[]
  /** Another process of the site: the same lake and the same key. */
  anotherProcess: () => Around
  /** Sets the clock of all of them. */
  setClock: (to: Date | null) => void
  close: () => Promise<void>
}

/** Sign-off over a real lake for the tests of a file, each of which begins with one testimonial and nothing asked. */
export function signOffOfTests(): TestSignOff {
  let started: TestSignOff | null = null
  const current = () => {
    if (started === null) throw new Error('Sign-off has not been started yet.')
    return started
  }
  beforeAll(async () => {
    started = await startTestSignOff()
  })
  afterAll(() => started?.close())
  beforeEach(async () => {
    const {lake, letters, setClock} = current()
    setClock(null)
    letters.length = 0
    await lake.client().delete({query: '*[true]'})
    await writeTestimonial(lake)
  })
  return {
    get lake() {
      return current().lake
    },
    get around() {
      return current().around
    },
    get letters() {
      return current().letters
    },
    anotherProcess: () => current().anotherProcess(),
    setClock: (to) => current().setClock(to),
    close: () => current().close(),
  }
}

/** With a clock that a test can set, and letters that it can read. */
async function startTestSignOff(): Promise<TestSignOff> {
  const lake = await startTestLake()
  const keys = openSignOffKeys(lake.secrets.signOffKey)
  if (keys === null) throw new Error('The lake made no key.')
  const letters: MailMessage[] = []
  let clock: Date | null = null
  const now = () => clock ?? new Date()
  const process = (): Around => {
    const client = lake.client({perspective: 'raw'})
    return {
      client,
      keys,
      ledger: openLedger(client, keys, now),
      noteEnd: () => {},
      siteUrl: 'https://trust.example',
      trustName: 'Wrenfold Schools Trust',
      trustEmail: 'office@trust.example',
      deliver: async (letter) => void letters.push(letter),
      report: () => {},
    }
  }
  return {
    lake,
    around: process(),
    letters,
    anotherProcess: process,
    setClock: (to) => {
      clock = to
    },
    close: () => lake.close(),
  }
}

/** Gives the lake a school, and a testimonial about it as a draft. */
export async function writeTestimonial(lake: TestLake, quotation = '“We were asked first.”'): Promise<void> {
  await lake
    .client()
    .transaction()
    .createOrReplace({_id: 'elm', _type: 'school', name: 'Elm School', slug: {current: 'elm'}})
    .createOrReplace({
      _id: `drafts.${subject.id}`,
      _type: subject.type,
      quotation,
      attribution: {kind: 'role', text: 'Headteacher'},
      school: {_type: 'reference', _ref: 'elm'},
    })
    .commit()
}

export const yes: ToConfirm = {answer: 'yes', comment: '', passage: '', onBehalfOf: ''}

/** Opens the link in the last letter to an address. */
export async function openLink({around, letters}: TestSignOff, address = head.email): Promise<Review> {
  const review = await findReview(tokenIn(letters, address), null, around)
  if (review === null) throw new Error('The link opens nothing.')
  return review
}

/** Answers as whoever reads the letters to an address does: by the link, and the code. */
export async function answerBy(test: TestSignOff, given: ToConfirm, address = head.email) {
  const review = await openLink(test, address)
  await sendCode(review, given, test.around)
  return confirm(review, given, codeIn(test.letters, address), test.around)
}

/** The token in the last letter to an address. */
export function tokenIn(letters: readonly MailMessage[], address = head.email): string {
  const letter = letters.filter(({to}) => to.address === address).at(-1)
  const token = /\/review\/open\/([\w-]+)/.exec(letter?.text ?? '')?.[1]
  if (token === undefined) throw new Error(`No letter to ${address} holds a link.`)
  return token
}

/** The code in the last letter to an address. */
export function codeIn(letters: readonly MailMessage[], address = head.email): string {
  const texts = letters
    .filter(({to}) => to.address === address)
    .map(({text}) => /^Your code is (\d{6})/.exec(text)?.[1])
  const code = texts.findLast((found) => found !== undefined)
  if (code === undefined) throw new Error(`No letter to ${address} holds a code.`)
  return code
}
