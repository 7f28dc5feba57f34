import {execFile} from 'node:child_process'
import path from 'node:path'
import {promisify} from 'node:util'
import type {Subject} from '#lib/sign-off/subjects.ts'
import {readSubject} from '#sanity/sign-off/subject.ts'
import {startTestLake, type TestLake} from '../lake/support.ts'

/*
 * Changes every field of every document that is asked about, and of what it refers to, through the lake and the query
 * of its type, and looks whether an agreement to the old content still holds. A field of the schema that stands in no
 * list here fails the test: whoever adds one has to say whether readers see it.
 */

type Leaf = {path: string; kind: string}
type Change = {field: string; value: unknown}

const root = path.resolve(__dirname, '../..')
const reference = (_ref: string) => ({_type: 'reference', _ref})
const span = (text: string, marks: string[] = [], _key = 's') => ({_type: 'span', _key, text, marks})
const link = {_type: 'link', _key: 'l', linkType: 'external', href: 'https://elm.example'}
const block = (given: object = {}) => ({
  _type: 'block',
  _key: 'b',
  style: 'normal',
  markDefs: [link],
  children: [span('Our '), span('oak', ['l'], 't'), span(' is old.', [], 'u')],
  ...given,
})

const school = {
  _id: 'elm',
  _type: 'school',
  name: 'Elm School',
  slug: {_type: 'slug', current: 'elm'},
  ownWords: [block()],
}
const said = {
  _id: 'said',
  _type: 'testimonial',
  quotation: 'We were asked.',
  attribution: {kind: 'role', text: 'Headteacher'},
  school: reference('elm'),
}

let lake: TestLake
let leaves: {[type: string]: Leaf[]}

beforeAll(async () => {
  lake = await startTestLake()
  const script = path.join(root, '__tests__/support/print-schema-fields.ts')
  const {stdout} = await promisify(execFile)(process.execPath, [script, 'testimonial', 'school', 'link'], {
    cwd: root,
  })
  leaves = JSON.parse(stdout)
}, 60_000)

afterAll(() => lake.close())

beforeEach(async () => {
  await lake.client().delete({query: '*[true]'})
  const other = {...school, _id: 'oak', slug: {_type: 'slug', current: 'oak'}}
  await lake.client().transaction().create(school).create(other).create(said).commit()
})

async function hashOf({type, id}: Subject): Promise<string> {
  const {published} = await readSubject(lake.client(), {type, id})
  if (published === null) throw new Error(`There is no ${id}.`)
  return published.hash
}

/** Whether an agreement to what stood there before a change holds after it. */
async function isSeen(subject: Subject, documentId: string, {field, value}: Change): Promise<boolean> {
  const before = await hashOf(subject)
  await lake
    .client()
    .patch(documentId)
    .set({[field]: value})
    .commit()
  return (await hashOf(subject)) !== before
}

/** Another value than the one that stands there. */
const otherValues: {readonly [kind: string]: unknown} = {
  string: 'something else',
  text: 'Something else.',
  url: 'https://other.example',
  number: 7,
  boolean: true,
  date: '2020-02-02',
  slug: {_type: 'slug', current: 'other'},
  geopoint: {_type: 'geopoint', lat: 54, lng: -2},
  reference: reference('oak'),
  richText: [block({children: [span('Something else.')]})],
  array: [{_key: 'a', _type: 'picture', alt: 'A tree', says: 'something'}],
}

/** What readers see of each type; everything else is seen nowhere, or is not the school's to agree to. */
const seen: {readonly [type: string]: readonly string[]} = {
  testimonial: ['quotation', 'attribution.text', 'school'],
  'school of a testimonial': ['name'],
  school: ['ownWords'],
}

it.each([
  ['testimonial', {type: 'testimonial', id: 'said'}, 'said', 'testimonial'],
  ['school of a testimonial', {type: 'testimonial', id: 'said'}, 'elm', 'school'],
  ['school', {type: 'school', id: 'elm'}, 'elm', 'school'],
] as const)(
  'every field of a %s is seen or not, as it is said here',
  async (name, subject, documentId, type) => {
    const found: string[] = []
    expect(leaves[type]?.length).toBeGreaterThan(3)
    for (const {path: field, kind} of leaves[type] ?? []) {
      expect(otherValues).toHaveProperty(kind)
      const original: unknown = await lake.client().getDocument(documentId)
      if (await isSeen(subject, documentId, {field, value: otherValues[kind]})) found.push(field)
      await lake.client().createOrReplace(asDocument(original))
    }
    expect(found).toEqual(seen[name])
  },
)

function asDocument(value: unknown): {_id: string; _type: string} {
  if (typeof value === 'object' && value !== null && '_id' in value && '_type' in value)
    return {...value, _id: String(value._id), _type: String(value._type)}
  throw new Error('That is no document.')
}

const ownWords: Subject = {type: 'school', id: 'elm'}
const words = (given: object): Change => ({field: 'ownWords', value: [block(given)]})
const linked = (given: object) => words({markDefs: [{...link, ...given}]})

describe('of a rich text', () => {
  it.each<[string, Change]>([
    ['the words', words({children: [span('Our elm is old.')]})],
    ['an accent', words({children: [span('Oúr '), span('oak', ['l'], 't'), span(' is old.', [], 'u')]})],
    ['a heading', words({style: 'h2'})],
    ['a list', words({listItem: 'bullet', level: 1})],
    [
      'what is strong',
      words({children: [span('Our ', ['strong']), span('oak', ['l'], 't'), span(' is old.', [], 'u')]}),
    ],
    [
      'what is linked',
      words({children: [span('Our ', ['l']), span('oak', ['l'], 't'), span(' is old.', [], 'u')]}),
    ],
    ['where a link leads outside the site', linked({href: 'https://other.example'})],
    ['which page a link leads to', linked({linkType: 'internal', page: reference('oak')})],
    ['another paragraph', {field: 'ownWords', value: [block(), block({_key: 'c'})]}],
    [
      'the order of paragraphs',
      {field: 'ownWords', value: [block({_key: 'c', children: [span('First.')]}), block()]},
    ],
    ['a line break', words({children: [span('Our \n'), span('oak', ['l'], 't'), span(' is old.', [], 'u')]})],
  ])('%s is seen', async (_, change) => {
    expect(await isSeen(ownWords, 'elm', change)).toBe(true)
  })

  it.each<[string, Change]>([
    [
      'keys',
      {
        field: 'ownWords',
        value: [
          block({
            _key: 'other',
            children: [span('Our ', [], 'x'), span('oak', ['l'], 'y'), span(' is old.', [], 'z')],
          }),
        ],
      },
    ],
    [
      'the key of a link',
      words({
        markDefs: [{...link, _key: 'm'}],
        children: [span('Our '), span('oak', ['m'], 't'), span(' is old.', [], 'u')],
      }),
    ],
    [
      'where a text is cut into pieces',
      words({
        children: [span('O'), span('ur ', [], 'x'), span('oak', ['l'], 't'), span(' is old.', [], 'u')],
      }),
    ],
    [
      'an empty piece',
      words({
        children: [
          span('Our '),
          span('', ['strong'], 'x'),
          span('oak', ['l'], 't'),
          span(' is old.', [], 'u'),
        ],
      }),
    ],
    [
      'an empty paragraph at the end',
      {field: 'ownWords', value: [block(), block({_key: 'c', children: [span('')]})]},
    ],
    [
      'a link that no words have',
      words({markDefs: [link, {...link, _key: 'm', href: 'https://other.example'}]}),
    ],
    ['a field of another choice', linked({page: reference('oak')})],
    [
      'a mark that nothing shows',
      words({children: [span('Our ', ['underline']), span('oak', ['l'], 't'), span(' is old.', [], 'u')]}),
    ],
    [
      'a second blank',
      words({children: [span('Our  '), span('oak', ['l'], 't'), span(' is old.', [], 'u')]}),
    ],
  ])('%s are not seen', async (_, change) => {
    expect(await isSeen(ownWords, 'elm', change)).toBe(false)
  })
})

it('a document that is saved again without a change says the same, with another revision', async () => {
  const subject: Subject = {type: 'testimonial', id: 'said'}
  const before = await readSubject(lake.client(), subject)
  await lake.client().patch('said').set({quotation: said.quotation}).commit()
  await lake.client().createOrReplace({...said, quotation: said.quotation.normalize('NFD')})
  const after = await readSubject(lake.client(), subject)
  expect(after.published?.hash).toBe(before.published?.hash)
  expect(after.published?.revision).not.toBe(before.published?.revision)
})

it('a draft of a school says nothing about what its testimonials say', async () => {
  const subject: Subject = {type: 'testimonial', id: 'said'}
  const before = await hashOf(subject)
  await lake.client().create({...school, _id: 'drafts.elm', name: 'A name in a draft'})
  expect(await hashOf(subject)).toBe(before)
  const {published} = await readSubject(lake.client(), subject)
  expect(JSON.stringify(published?.answer)).not.toContain('A name in a draft')
})

it('a draft of the document says the same as what is published, when the words are the same', async () => {
  await lake.client().create({...said, _id: 'drafts.said'})
  const {draft, published} = await readSubject(lake.client(), {type: 'testimonial', id: 'said'})
  expect(draft?.hash).toBe(published?.hash)
})
