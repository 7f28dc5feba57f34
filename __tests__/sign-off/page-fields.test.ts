import {execFile} from 'node:child_process'
import path from 'node:path'
import {promisify} from 'node:util'
import {readSubject} from '#sanity/sign-off/subject.ts'
import {startTestLake, type TestLake} from '../lake/support.ts'

/*
 * The same for a page as fields.test.ts shows of testimonials and schools: every field of the page, of each kind of
 * section, and of everything that sections refer to is changed through the lake, and is seen or not as it is said here.
 */

type Leaf = {path: string; kind: string}

const root = path.resolve(__dirname, '../..')
const reference = (_ref: string) => ({_type: 'reference', _ref})
const item = (_ref: string) => ({_key: _ref, ...reference(_ref)})
const words = (text: string) => [
  {
    _type: 'block',
    _key: 'b',
    style: 'normal',
    markDefs: [],
    children: [{_type: 'span', _key: 's', text, marks: []}],
  },
]
const imageId = (letter: string) => `image-${letter.repeat(40)}-100x80-webp`
const picture = {
  _type: 'picture',
  asset: reference(imageId('a')),
  alt: 'A tree',
  caption: 'Our tree',
  crop: {top: 0, bottom: 0, left: 0, right: 0},
  hotspot: {x: 0.5, y: 0.5, width: 1, height: 1},
}
const asset = (letter: string) => ({
  _id: imageId(letter),
  _type: 'sanity.imageAsset',
  originalFilename: 'tree.webp',
  metadata: {lqip: 'data:', dimensions: {width: 100, height: 80}},
})
const source = {publisher: 'A', title: 'T', url: 'https://a.example', publishedOn: '2020-01-01'}
const statistic = {
  before: {count: 1, outOf: 10, qualifier: 'almost'},
  after: {count: 2, outOf: 10, qualifier: 'exactly'},
  counted: 'schools',
  population: 'All schools',
  ofThoseThat: 'had been inspected',
  asAt: 'January 2020',
  asAtDate: '2020-01-01',
  source: {...source, archivedUrl: 'https://b.example'},
  doesNotShow: 'Why',
  reviewBy: '2027-01-01',
}
const link = {_type: 'link', linkType: 'external', href: 'https://a.example'}

const documents = [
  {
    _id: 'siteSettings',
    _type: 'siteSettings',
    trustName: 'The Trust',
    address: '1 Lane',
    telephone: '1',
    email: 'a@b.example',
  },
  {
    _id: 'elm',
    _type: 'school',
    name: 'Elm',
    phase: 'primary',
    status: 'in-trust',
    slug: {current: 'elm'},
    pictures: [{...picture, _key: 'p'}],
  },
  {_id: 'oak', _type: 'school', name: 'Oak', slug: {current: 'oak'}},
  {
    _id: 'said',
    _type: 'testimonial',
    quotation: 'Said.',
    attribution: {kind: 'role', text: 'Head'},
    school: reference('elm'),
  },
  {_id: 'other-said', _type: 'testimonial', quotation: 'Other.', attribution: {kind: 'role', text: 'Head'}},
  {_id: 'claim', _type: 'benefitClaim', kind: 'statistic', statement: 'More.', statistic},
  {_id: 'other-claim', _type: 'benefitClaim', kind: 'words', statement: 'Other.'},
  {
    _id: 'resource',
    _type: 'resource',
    title: 'Read',
    publisher: 'P',
    url: 'https://r.example',
    kind: 'article',
  },
  {_id: 'other-resource', _type: 'resource', title: 'Other'},
  asset('a'),
  asset('c'),
]
const page = {
  _id: 'page',
  _type: 'page',
  title: 'Title',
  slug: {_type: 'slug', current: 'page'},
  summary: 'Summary',
  needsSignOff: true,
  seo: {_type: 'seo', title: 'T', description: 'D', sharePicture: picture},
  sections: [
    {_key: 'richTextSection', _type: 'richTextSection', heading: 'H', body: words('Words')},
    {
      _key: 'testimonialsSection',
      _type: 'testimonialsSection',
      heading: 'H',
      introduction: words('I'),
      testimonials: [item('said')],
    },
    {
      _key: 'benefitClaimsSection',
      _type: 'benefitClaimsSection',
      heading: 'H',
      introduction: words('I'),
      listStyle: 'running',
      claims: [item('claim')],
    },
    {
      _key: 'schoolsSection',
      _type: 'schoolsSection',
      heading: 'H',
      introduction: words('I'),
      selection: 'chosen',
      schools: [item('elm')],
    },
    {
      _key: 'callToActionSection',
      _type: 'callToActionSection',
      heading: 'H',
      text: 'T',
      label: 'L',
      target: link,
    },
    {
      _key: 'resourceLinkSection',
      _type: 'resourceLinkSection',
      announcement: words('A'),
      resource: reference('resource'),
    },
    {
      _key: 'questionsSection',
      _type: 'questionsSection',
      heading: 'H',
      kind: 'questions',
      questions: [
        {
          _key: 'q',
          _type: 'question',
          question: 'Q?',
          answer: words('A'),
          source: {_type: 'source', ...source},
        },
      ],
    },
    {_key: 'pictureSection', _type: 'pictureSection', picture},
    {_key: 'contactSection', _type: 'contactSection', heading: 'H', introduction: words('I')},
  ],
}

let lake: TestLake
let leaves: {[type: string]: Leaf[]}
const sectionTypes = page.sections.map(({_type}) => _type)
const referred = ['testimonial', 'benefitClaim', 'resource', 'school', 'siteSettings', 'question', 'picture']

beforeAll(async () => {
  lake = await startTestLake()
  const script = path.join(root, '__tests__/support/print-schema-fields.ts')
  const types = ['page', ...sectionTypes, ...referred]
  const {stdout} = await promisify(execFile)(process.execPath, [script, ...types], {cwd: root})
  leaves = JSON.parse(stdout)
  const transaction = lake.client().transaction()
  for (const document of [...documents, page]) transaction.create<object>(document)
  await transaction.commit()
}, 60_000)

afterAll(() => lake.close())

const client = () => lake.client({perspective: 'raw'})

async function hashOfPage(): Promise<string> {
  const {published} = await readSubject(client(), {type: 'page', id: 'page'})
  if (published === null) throw new Error('There is no page.')
  return published.hash
}

/** Another value than the one that stands there, by the kind of the field. */
function otherValue(kind: string, field: string): unknown {
  if (kind === 'reference') return reference(field === 'resource' ? 'other-resource' : 'oak')
  const values: {[kind: string]: unknown} = {
    string: 'something else',
    text: 'Something else.',
    url: 'https://other.example',
    number: 7,
    boolean: true,
    date: '2019-02-02',
    slug: {_type: 'slug', current: 'other'},
    geopoint: {_type: 'geopoint', lat: 54, lng: -2},
    richText: words('Something else.'),
    image: {...picture, asset: reference(imageId('c'))},
    array: otherList(field),
  }
  return values[kind]
}

function otherList(field: string): unknown {
  const lists: {[field: string]: unknown} = {
    testimonials: [item('other-said')],
    claims: [item('other-claim')],
    schools: [item('oak')],
    sections: page.sections.toReversed(),
    questions: [],
    pictures: [{...picture, _key: 'p', asset: reference(imageId('c'))}],
  }
  return lists[field] ?? [{_key: 'k', _type: 'something'}]
}

/** The fields of a document, or of a part of one, on which an agreement to the page depends. */
async function seenFields(documentId: string, type: string, below = ''): Promise<string[]> {
  const seen: string[] = []
  expect(leaves[type]?.length).toBeGreaterThan(0)
  const before = await hashOfPage()
  for (const {path: field, kind} of leaves[type] ?? []) {
    const value = otherValue(kind, field)
    if (value === undefined) throw new Error(`There is no other value for ${type}.${field}, a ${kind}.`)
    const name = below === '' ? field : `${below}.${field}`
    const original = await client().getDocument(documentId)
    if (!original) throw new Error(`There is no ${documentId}.`)
    await client()
      .patch(documentId)
      .set({[name]: value})
      .commit()
    if ((await hashOfPage()) !== before) seen.push(field)
    await client().createOrReplace(original)
  }
  return seen
}

it('of a page itself', async () => {
  const seen = await seenFields('page', 'page')
  expect(seen).toEqual(['title', 'summary', 'sections', ...seen.filter((field) => field.startsWith('seo.'))])
  expect(seen.filter((field) => field.startsWith('seo.')).map((field) => field.split('.')[1])).toEqual(
    expect.arrayContaining(['title', 'description', 'hideFromSearch', 'sharePicture']),
  )
})

it.each<[string, string[]]>([
  ['richTextSection', ['heading', 'body']],
  ['testimonialsSection', ['heading', 'introduction', 'testimonials']],
  ['benefitClaimsSection', ['heading', 'introduction', 'claims', 'listStyle']],
  ['schoolsSection', ['heading', 'introduction', 'selection', 'schools']],
  ['callToActionSection', ['heading', 'text', 'label', 'target.href']],
  ['resourceLinkSection', ['announcement', 'resource']],
  ['questionsSection', ['heading', 'kind', 'questions']],
  ['contactSection', ['heading', 'introduction']],
])('of a %s', async (type, expected) => {
  expect((await seenFields('page', type, `sections[_key=="${type}"]`)).sort()).toEqual([...expected].sort())
})

it.each<[string, string, string[]]>([
  ['testimonial', 'said', ['quotation', 'attribution.text', 'school']],
  ['resource', 'resource', ['title', 'publisher', 'url']],
  ['siteSettings', 'siteSettings', ['trustName', 'address', 'telephone', 'email']],
  [
    'school',
    'elm',
    ['name', 'pictures', 'phase', 'status', 'ages.from', 'ages.to', 'address.town', 'address.county'],
  ],
])('of a %s that it shows', async (type, id, expected) => {
  expect((await seenFields(id, type)).sort()).toEqual([...expected].sort())
})

it('of a claim, all but the day on which staff look at it again', async () => {
  const seen = await seenFields('claim', 'benefitClaim')
  const all = (leaves.benefitClaim ?? []).map(({path: field}) => field)
  expect(all.filter((field) => !seen.includes(field))).toEqual(['statistic.reviewBy'])
  expect(seen.length).toBeGreaterThan(15)
})

it('of a question and its source, everything', async () => {
  const below = 'sections[_key=="questionsSection"].questions[_key=="q"]'
  const seen = await seenFields('page', 'question', below)
  expect(seen).toEqual((leaves.question ?? []).map(({path: field}) => field))
})

it.each<[string, object, boolean]>([
  ['another file', {asset: reference(imageId('c'))}, true],
  ['its words', {alt: 'A bush'}, true],
  ['its caption', {caption: 'Our bush'}, true],
  ['how it is cut', {crop: {top: 0.1, bottom: 0, left: 0, right: 0}}, true],
  ['its middle', {hotspot: {x: 0.2, y: 0.5, width: 1, height: 1}}, true],
  ['that it is decoration', {decorative: true}, true],
  ['the consent to it', {showsPupils: true, consentDate: '2026-01-01'}, false],
])('of a picture: %s', async (_, change, isSeen) => {
  const before = await hashOfPage()
  await client()
    .patch('page')
    .set({'sections[_key=="pictureSection"].picture': {...picture, ...change}})
    .commit()
  expect((await hashOfPage()) !== before).toBe(isSeen)
  await client().createOrReplace(page)
})

it('a draft that it refers to is no part of it', async () => {
  const before = await hashOfPage()
  await client().create({
    _id: 'drafts.elm',
    _type: 'school',
    name: 'A name in a draft',
    slug: {current: 'elm'},
  })
  await client().create({
    _id: 'drafts.new',
    _type: 'school',
    name: 'A new school in a draft',
    slug: {current: 'new'},
  })
  await client().patch('page').set({'sections[_key=="schoolsSection"].selection': 'all'}).commit()
  await client().create({...page, _id: 'drafts.page'})
  const {draft, published} = await readSubject(client(), {type: 'page', id: 'page'})
  expect(draft?.hash).toBe(before)
  expect(JSON.stringify([draft?.answer, published?.answer])).not.toContain('in a draft')
})
