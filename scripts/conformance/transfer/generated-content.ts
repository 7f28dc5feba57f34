import {createHash} from 'node:crypto'
import {mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import {pick, type Random, randomFrom} from '#sanity/lake/store/testing/random.ts'
import type {DocumentStub, JsonObject, JsonValue} from '#sanity/lake/types.ts'

export type GeneratedContent = {
  /** The file with the documents, beside its images, as the importer takes it. */
  source: string
  /** The documents as they have to be after the import, by id. */
  documents: Map<string, JsonObject>
  /** SHA-1 of each image. */
  images: Set<string>
}

type Picture = {file: string; sha1: string; assetId: string}

/**
 * Writes documents of every shape, and images that no other installation has, into a folder. The same seed makes the
 * same content.
 */
export async function generateContent(
  folder: string,
  {seed, documents, images}: {seed: number; documents: number; images: number},
): Promise<GeneratedContent> {
  const random = randomFrom(seed)
  mkdirSync(path.join(folder, 'images'), {recursive: true})
  const pictures: Picture[] = []
  for (let index = 0; index < images; index += 1) pictures.push(await writePicture(folder, index, random))
  const ids = Array.from({length: documents}, (_, index) => idOf(index))
  const stubs = ids.map((_id, index) => stubOf(_id, random, ids, pictures[index % pictures.length]))
  const source = path.join(folder, 'data.ndjson')
  writeFileSync(source, stubs.map(({given}) => `${JSON.stringify(given)}\n`).join(''))
  return {
    source,
    documents: new Map(stubs.map(({stored}, index) => [idOf(index), stored])),
    images: new Set(pictures.map(({sha1}) => sha1)),
  }
}

/** Published documents, and among them drafts, versions and ones under a private path. */
function idOf(index: number): string {
  if (index % 10 === 3) return `drafts.thing-${index - 1}`
  if (index % 50 === 7) return `versions.spring.thing-${index - 1}`
  if (index % 50 === 9) return `private.thing-${index}`
  return `thing-${index}`
}

async function writePicture(folder: string, index: number, random: Random): Promise<Picture> {
  const width = 16 + random(48)
  const height = 16 + random(48)
  const pixels = Buffer.from(Array.from({length: width * height * 3}, () => random(256)))
  const bytes = await sharp(pixels, {raw: {width, height, channels: 3}})
    .png()
    .toBuffer()
  const file = `images/picture-${index}.png`
  writeFileSync(path.join(folder, file), bytes)
  const sha1 = createHash('sha1').update(bytes).digest('hex')
  return {file, sha1, assetId: `image-${sha1}-${width}x${height}-png`}
}

/** One document as it is imported, and as it has to be stored. One in eight refers to nothing. */
function stubOf(
  _id: string,
  random: Random,
  ids: string[],
  picture: Picture | undefined,
): {given: DocumentStub; stored: JsonObject} {
  const published = ids.filter((id) => !id.includes('.'))
  const reference = (more: JsonObject = {}): JsonObject => ({
    _type: 'reference',
    _ref: published[random(published.length)],
    ...more,
  })
  const _createdAt = new Date(Date.UTC(2020, 0, 1) + random(100_000_000) * 1000).toISOString()
  const alone: DocumentStub = {
    _id,
    _type: pick(random, ['thing', 'note', 'place']),
    _createdAt,
    title: wordsOf(random, 5),
    'odd key "1"': wordsOf(random, 2),
    number: pick(random, [0, -1, 1e21, 0.1, 1 / 3, Number.MAX_SAFE_INTEGER, -2.5e-7]),
    yes: random(2) === 1,
    nothing: null,
    empty: [{_key: 'e', list: [], object: {}}],
    day: '2026-02-28',
    at: {_type: 'geopoint', lat: 51.5 - random(100) / 7, lng: -0.1},
    body: Array.from({length: random(4)}, (_, index) => blockOf(`b${index}`, random)),
  }
  if (random(8) === 0) {
    // The importer writes such a document once, and leaves the day of its last change as it was.
    const unchanged = {
      ...alone,
      _updatedAt: new Date(Date.parse(_createdAt) + random(1000) * 1000).toISOString(),
    }
    return {given: unchanged, stored: unchanged}
  }
  const plain: DocumentStub = {
    ...alone,
    main: reference(),
    others: [reference({_key: 'o1'}), reference({_key: 'o2', _weak: true})],
    lost: {_type: 'reference', _ref: 'nowhere', _weak: true},
  }
  const image = (asset: JsonObject) => ({
    _type: 'image',
    ...asset,
    crop: {_type: 'sanity.imageCrop', top: 0.1, bottom: 0, left: 0.25, right: 0},
    hotspot: {_type: 'sanity.imageHotspot', x: 0.5, y: 1 / 3, width: 0.2, height: 0.2},
    alt: 'Noise',
  })
  if (!picture) return {given: plain, stored: plain}
  return {
    given: {...plain, picture: image({_sanityAsset: `image@file://./${picture.file}`})},
    stored: {...plain, picture: image({asset: {_type: 'reference', _ref: picture.assetId}})},
  }
}

function blockOf(_key: string, random: Random): JsonValue {
  return {
    _key,
    _type: 'block',
    style: 'normal',
    markDefs: [{_key: 'm', _type: 'link', href: 'https://example.org/?a=1&b=“2”'}],
    children: [
      {_key: `${_key}0`, _type: 'span', marks: [], text: wordsOf(random, 12)},
      {_key: `${_key}1`, _type: 'span', marks: ['strong', 'm'], text: wordsOf(random, 3)},
    ],
  }
}

const words: [string, ...string[]] = [
  'tide',
  'Öl',
  'naïve',
  '日本',
  '👩‍🏫',
  'line\nbreak',
  'tab\t',
  '“quoted”',
  '\\',
  'e\u0301',
  '<b>',
  '‮right',
  '',
]

function wordsOf(random: Random, most: number): string {
  return Array.from({length: 1 + random(most)}, () => pick(random, words)).join(' ')
}
