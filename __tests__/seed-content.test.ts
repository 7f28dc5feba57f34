import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {attentionItems} from '#lib/attention/attention-items.ts'
import {claimProblem} from '#lib/claims.ts'
import {addressProblem, linkProblem} from '#lib/links.ts'
import {altTextProblem} from '#lib/pictures.ts'
import {redirectProblem, sitePathProblem} from '#lib/redirects.ts'
import {runningPunctuation} from '#lib/running-list.ts'
import {
  agesProblem,
  happyToBeAskedProblem,
  locationProblem,
  postcodeProblem,
  telephoneProblem,
  urnProblem,
} from '#lib/schools.ts'
import {signOffTypes} from '#lib/sign-off/types.ts'
import {pageSlugProblem, schoolSlugProblem} from '#lib/slugs.ts'
import {datedSourceProblems} from '#lib/sources.ts'
import {permissionProblem, proofIdOf} from '#lib/testimonials.ts'
import {workingWithUs} from './support/working-with-us.ts'

type Json = string | number | boolean | null | Json[] | {[key: string]: Json | undefined}
type JsonObject = {[key: string]: Json | undefined}
type SeedDocument = JsonObject & {_id: string; _type: string}

const folder = path.resolve(__dirname, '../sanity/content')
const documents: SeedDocument[] = readFileSync(path.join(folder, 'data.ndjson'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line))

const ofType = (type: string) => documents.filter((document) => document._type === type)
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function documentWithId(id: string): SeedDocument {
  const found = documents.find((document) => document._id === id)
  if (!found) throw new Error(`No document ${id}`)
  return found
}

/** Every object in a value, itself included, however deep. */
function objectsIn(value: Json | undefined): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  if (!isObject(value)) return []
  return [value, ...Object.values(value).flatMap(objectsIn)]
}

/** The paragraphs of Portable Text. */
const paragraphsOf = (blocks: Json | undefined): string[] =>
  (Array.isArray(blocks) ? blocks : []).map((block) =>
    objectsIn(block)
      .filter(({_type}) => _type === 'span')
      .map(({text}) => text)
      .join(''),
  )

const referencesOf = (value: Json | undefined): SeedDocument[] =>
  objectsIn(value).flatMap(({_ref}) => (typeof _ref === 'string' ? [documentWithId(_ref)] : []))

/** The words of a section from top to bottom, each paragraph on its own. */
function wordsOfSection(section: JsonObject): string[] {
  const testimonials = referencesOf(section.testimonials).map(
    ({quotation, attribution}) => `${quotation} ${isObject(attribution) ? attribution.text : ''}`,
  )
  return [
    ...(typeof section.heading === 'string' ? [section.heading] : []),
    ...paragraphsOf(section.introduction),
    ...paragraphsOf(section.body),
    ...testimonials,
    ...referencesOf(section.claims).map(
      ({statement}, position, {length}) =>
        `${statement}${section.listStyle === 'running' ? runningPunctuation(position, length) : ''}`,
    ),
    ...paragraphsOf(section.announcement),
  ]
}

it('keeps the words of Working with Us, letter for letter and in order', () => {
  const page = documentWithId('page-working-with-us')
  const sections = Array.isArray(page.sections) ? page.sections.filter(isObject) : []
  expect([page.title, ...sections.flatMap(wordsOfSection)]).toEqual(workingWithUs)
})

it('leaves the article of Working with Us without an address, which only an editor knows', () => {
  expect(documentWithId('resource-myths').url).toBeUndefined()
})

it('gives the statistic the evidence of its source', () => {
  expect(documentWithId('claim-schools-improve').statistic).toMatchObject({
    before: {count: 1, outOf: 10, qualifier: 'exactly'},
    after: {count: 7, outOf: 10, qualifier: 'almost'},
    population: 'sponsored academies in England',
    ofThoseThat: 'had been inspected',
    asAt: 'end of 2017',
    source: {publisher: 'Department for Education', publishedOn: '2019-01-23'},
  })
})

describe('the page for governors', () => {
  const sections = () => objectsIn(documentWithId('page-joining-governors').sections)
  const questionsAbout = (kind: string) =>
    objectsIn(sections().find((section) => section.kind === kind)).filter(({_type}) => _type === 'question')

  it('answers the ten questions that they ask, or says “ask us”', () => {
    const topics = [
      /vision/,
      /values in practice/,
      /gain in lessons/,
      /beyond lessons/,
      /speak for us on the Trust’s board/,
      /our governors still decide/,
      /our governing board change/,
      /share of our budget/,
      /How large/,
      /first year/,
    ]
    const questions = questionsAbout('questions')
    expect(questions.map(({question}) => question)).toEqual(
      topics.map((topic) => expect.stringMatching(topic)),
    )
    expect(questions.filter(({answer}) => paragraphsOf(answer).join('').length < 80)).toEqual([])
  })

  it('gives every answer to a myth its dated source', () => {
    const sources = questionsAbout('myths').map(({source}) => JSON.parse(JSON.stringify(source ?? null)))
    expect(sources.length).toBeGreaterThanOrEqual(3)
    expect(sources.flatMap((source) => datedSourceProblems(source ?? undefined))).toEqual([])
  })
})

it('shows every type of document, section and object of the model at least once', () => {
  const generated = readFileSync(path.resolve(__dirname, '../sanity/sanity.types.ts'), 'utf8')
  const types = new Set([...generated.matchAll(/_type: "([A-Za-z]+)"/g)].map(([, type = '']) => type))
  // What a command writes about links, and the site about sign-off, is no content.
  for (const type of ['linkCheck', ...Object.values(signOffTypes)]) types.delete(type)
  const builtIn = ['image', 'file', 'slug', 'geopoint', 'reference', 'block', 'span']
  const seeded = new Set(documents.flatMap(objectsIn).map(({_type}) => _type))
  expect(types.size).toBeGreaterThan(20)
  expect([...types].filter((type) => !builtIn.includes(type) && !seeded.has(type))).toEqual([])
})

it('has at least eight schools, of every phase but alternative provision', () => {
  const schools = ofType('school')
  expect(schools.length).toBeGreaterThanOrEqual(8)
  expect(new Set(schools.map(({phase}) => phase)).size).toBe(7)
})

it('names only documents and pictures that are there, and every picture is used', () => {
  const ids = documents.map(({_id}) => _id)
  expect(new Set(ids).size).toBe(ids.length)
  const objects = documents.flatMap(objectsIn)
  const references = objects.flatMap(({_ref}) => (typeof _ref === 'string' ? [_ref] : []))
  expect(references.filter((id) => !ids.includes(id))).toEqual([])
  const files = objects.flatMap(({_sanityAsset}) =>
    typeof _sanityAsset === 'string' ? [_sanityAsset.replace('image@file://./', '')] : [],
  )
  expect(files.filter((file) => !existsSync(path.join(folder, file)))).toEqual([])
  const drawn = readdirSync(path.join(folder, 'images')).map((file) => `images/${file}`)
  expect(drawn.filter((file) => !files.includes(file))).toEqual([])
})

it('gives every item of a list a key of its own', () => {
  const lists = documents.flatMap(objectsIn).flatMap((object) => Object.values(object).filter(Array.isArray))
  const withoutKeys = lists.filter((list) => {
    const keys = list.filter(isObject).map(({_key}) => _key)
    return keys.includes(undefined) || new Set(keys).size !== keys.length
  })
  expect(withoutKeys).toEqual([])
})

describe('rules', () => {
  const text = (value: Json | undefined) => (typeof value === 'string' ? value : undefined)
  const slugOf = ({slug}: SeedDocument) => (isObject(slug) ? text(slug.current) : undefined)
  const problemsOf = (type: string, check: (document: SeedDocument) => (string | null)[]) =>
    ofType(type).flatMap((document) =>
      check(document).flatMap((problem) => (problem ? [`${document._id}: ${problem}`] : [])),
    )
  /** The rules take loosely filled values; the seed is JSON that was read, so both agree at run time. */
  const shaped = <Shape>(value: Json | undefined): Shape | undefined =>
    value === undefined ? undefined : JSON.parse(JSON.stringify(value))

  it('are kept by pages, with an address of their own', () => {
    const slugs = ofType('page').map(slugOf)
    expect(slugs).not.toContain(undefined)
    expect(new Set(slugs).size).toBe(slugs.length)
    expect(problemsOf('page', (page) => [pageSlugProblem(slugOf(page))])).toEqual([])
  })

  it('are kept by schools', () => {
    const problems = problemsOf('school', (school) => [
      schoolSlugProblem(slugOf(school)),
      urnProblem(text(school.urn)),
      telephoneProblem(text(school.telephone)),
      addressProblem(text(school.website)),
      agesProblem(shaped(school.ages)),
      locationProblem(shaped(school.location)),
      postcodeProblem(isObject(school.address) ? text(school.address.postcode) : undefined),
      happyToBeAskedProblem(school.happyToBeAsked === true, shaped(school.contactRoute)),
    ])
    expect(problems).toEqual([])
  })

  it('are kept by claims, testimonials, redirects, links and pictures', () => {
    const proofOf = ({_id}: SeedDocument) => shaped<Record<string, string>>(documentWithId(proofIdOf(_id)))
    expect(problemsOf('benefitClaim', (claim) => [claimProblem(shaped(claim) ?? {})])).toEqual([])
    expect(problemsOf('testimonial', (one) => [permissionProblem(proofOf(one), '2026-11-23')])).toEqual([])
    const redirects = documents.filter(({_type}) => _type === 'redirect')
    const others = (one: SeedDocument) =>
      redirects
        .filter(({_id}) => _id !== one._id)
        .map(({from, to}) => ({from: text(from) ?? '', to: text(to) ?? '', permanent: true}))
    expect(
      problemsOf('redirect', (redirect) => [
        sitePathProblem(text(redirect.from)),
        sitePathProblem(text(redirect.to)),
        redirectProblem({from: redirect.from, to: redirect.to}, others(redirect)),
      ]),
    ).toEqual([])
    const objects = documents.flatMap(objectsIn)
    expect(objects.filter(({_type}) => _type === 'link').map((link) => linkProblem(shaped(link)))).toEqual(
      expect.not.arrayContaining([expect.any(String)]),
    )
    const pictures = objects.filter(({_type}) => _type === 'picture')
    expect(
      pictures.map((picture) => altTextProblem({asset: picture._sanityAsset, alt: text(picture.alt)})),
    ).toEqual(expect.not.arrayContaining([expect.any(String)]))
  })
})

it('keeps every private proof below a dotted id, where anonymous readers of a public dataset see nothing', () => {
  const proofs = ofType('testimonialProof').map(({_id}) => _id)
  expect(proofs).toHaveLength(ofType('testimonial').length)
  expect(proofs.filter((id) => !id.startsWith('testimonialProof.'))).toEqual([])
})

it('reaches nobody real: only invented hosts, numbers kept for drama, and URNs that no school has', () => {
  const plain = JSON.stringify(documents)
  const hosts = [...plain.matchAll(/(?:https:\/\/|@)([a-z0-9.-]+\.[a-z]+)/g)].map(([, host = '']) => host)
  const official = [
    'ico.org.uk',
    'www.gov.uk',
    'www.legislation.gov.uk',
    'get-information-schools.service.gov.uk',
  ]
  expect(hosts.filter((host) => !host.endsWith('.example') && !official.includes(host))).toEqual([])
  const numbers = plain.match(/\b0\d{4} \d{6}\b/g) ?? []
  expect(numbers.filter((number) => !/^01632 960\d{3}$/.test(number))).toEqual([])
  expect(ofType('school').filter(({urn}) => !/^9000\d\d$/.test(String(urn)))).toEqual([])
})

it('shows staff what needs their attention: the link that their words announce, and evidence to read again', () => {
  const items = attentionItems(documents, {today: '2026-11-28', timeZone: 'Europe/London'})
  expect(items.map(({kind, document}) => [kind, document.id])).toEqual([
    ['link-without-address', 'resource-myths'],
    ['claim-review', 'claim-schools-improve'],
  ])
})
