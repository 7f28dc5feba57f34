import {createHash} from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import {gzipSync} from 'node:zlib'
import sharp from 'sharp'
import {contentSites, type Site, stop} from './support/content-site.ts'

// Each test starts processes, which takes long on a busy machine.
jest.setTimeout(60_000)

let folder: string
let sites: ReturnType<typeof contentSites>
const startSite: typeof sites.startSite = (name) => sites.startSite(name)
const run: typeof sites.run = (...asked) => sites.run(...asked)

beforeEach(() => {
  sites = contentSites('content-commands')
  folder = sites.folder
})

afterEach(() => sites.remove())

/** A folder as the demo content is kept: documents in one file, pictures beside it. */
async function writeContent(): Promise<{source: string; picture: Buffer; drawing: Buffer; letter: Buffer}> {
  const source = path.join(folder, 'content')
  mkdirSync(path.join(source, 'images'), {recursive: true})
  mkdirSync(path.join(source, 'files'))
  const picture = await sharp({create: {width: 64, height: 48, channels: 3, background: '#336699'}})
    .jpeg()
    .toBuffer()
  const drawing = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><!-- drawn --></svg>',
  )
  const letter = Buffer.from('%PDF-1.7 a letter')
  writeFileSync(path.join(source, 'images/hall.jpg'), picture)
  writeFileSync(path.join(source, 'images/logo.svg'), drawing)
  writeFileSync(path.join(source, 'files/letter.pdf'), letter)
  const image = (file: string, more = {}) => ({
    _type: 'picture',
    _sanityAsset: `image@file://./images/${file}`,
    ...more,
  })
  const documents = [
    {_id: 'page-home', _type: 'page', title: 'Home', school: {_type: 'reference', _ref: 'school-elm'}},
    {_id: 'drafts.page-home', _type: 'page', title: 'Home – “new”'},
    {
      _id: 'school-elm',
      _type: 'school',
      name: 'Elm Park',
      logo: image('logo.svg', {alt: 'A tree'}),
      pictures: [image('hall.jpg', {_key: 'hall'}), image('hall.jpg', {_key: 'again'})],
      letter: {_type: 'file', _sanityAsset: 'file@file://./files/letter.pdf'},
    },
    {_id: 'testimonialProof.x1', _type: 'testimonialProof', saidBy: 'Somebody'},
  ]
  writeFileSync(
    path.join(source, 'data.ndjson'),
    documents.map((document) => `${JSON.stringify(document)}\n`).join(''),
  )
  return {source, picture, drawing, letter}
}

/** All documents but what differs between two datasets by nature. */
async function contentOf({client}: Site) {
  const documents = await client.fetch<Record<string, unknown>[]>('*[]|order(_id)')
  return documents.map(({_rev, _createdAt, _updatedAt, url, uploadId, ...rest}) => rest)
}

async function assetBytes({client}: Site): Promise<Record<string, string>> {
  const query = '*[_type in ["sanity.imageAsset", "sanity.fileAsset"]]{sha1hash, url}'
  const assets = await client.fetch<{sha1hash: string; url: string}[]>(query)
  const entries = assets.map(async ({sha1hash, url}) => {
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
    return [sha1hash, createHash('sha1').update(bytes).digest('hex')]
  })
  return Object.fromEntries(await Promise.all(entries))
}

test('content goes from a folder into a site, into an archive and into another site, byte for byte', async () => {
  const {source, picture, drawing, letter} = await writeContent()
  const first = await startSite('first')
  const imported = await run('import', first, [source])
  expect(imported).toMatchObject({code: 0, errors: ''})
  expect(imported.output).toContain(
    `Importing 4 documents into the embedded Content Lake of this site (${first.url})`,
  )
  expect(imported.output).toContain('Importing assets')

  const school = await first.client.getDocument('school-elm')
  expect(school).toMatchObject({
    logo: {
      _type: 'picture',
      alt: 'A tree',
      asset: {_type: 'reference', _ref: expect.stringMatching(/^image-.*-20x10-svg$/)},
    },
    pictures: [
      {_key: 'hall', asset: {_ref: expect.stringMatching(/-64x48-jpg$/)}},
      {_key: 'again', asset: {_ref: expect.stringMatching(/-64x48-jpg$/)}},
    ],
    letter: {asset: {_ref: expect.stringMatching(/^file-.*-pdf$/)}},
  })
  // References are as strong as they were written.
  expect((await first.client.getDocument('page-home'))?.school).toEqual({
    _type: 'reference',
    _ref: 'school-elm',
  })
  const hashes = [picture, drawing, letter].map((bytes) => createHash('sha1').update(bytes).digest('hex'))
  expect(await assetBytes(first)).toEqual(Object.fromEntries(hashes.map((hash) => [hash, hash])))

  const archive = path.join(folder, 'backups', 'all.tar.gz')
  const exported = await run('export', first, [archive])
  expect(exported).toMatchObject({code: 0, errors: ''})
  expect(exported.output).toContain('Exported 4 documents and 3 images and files')
  expect(statSync(archive).mode & 0o777).toBe(0o600)
  expect(readdirSync(path.dirname(archive))).toEqual(['all.tar.gz'])

  const second = await startSite('second')
  expect(await run('import', second, [archive])).toMatchObject({code: 0, errors: ''})
  expect(await contentOf(second)).toEqual(await contentOf(first))
  expect(await assetBytes(second)).toEqual(await assetBytes(first))
})

test('documents that are there are not overwritten without being told to', async () => {
  const {source} = await writeContent()
  const site = await startSite('site')
  await site.client.create({_id: 'page-home', _type: 'page', title: 'Edited'})

  const refused = await run('import', site, [source])
  expect(refused.code).toBe(1)
  expect(refused.errors).toMatch(
    /^1 of the 4 documents are in the dataset already \(page-home\)\. Nothing was written\./,
  )
  expect(await site.client.fetch('count(*[])')).toBe(1)

  expect(await run('import', site, [source, '--missing'])).toMatchObject({code: 0})
  expect(await site.client.fetch('*[_id == "page-home"][0].title')).toBe('Edited')
  expect(await site.client.fetch('count(*[_type == "school"])')).toBe(1)

  expect(await run('import', site, [source, '--replace'])).toMatchObject({code: 0})
  expect(await site.client.fetch('*[_id == "page-home"][0].title')).toBe('Home')
})

test('an archive that is there is not overwritten without being told to, nor lost when the export fails', async () => {
  const site = await startSite('site')
  await site.client.create({_id: 'page-home', _type: 'page', title: 'Home'})
  const archive = path.join(folder, 'all.tar.gz')
  writeFileSync(archive, 'an earlier one')

  const refused = await run('export', site, [archive])
  expect(refused).toMatchObject({
    code: 1,
    errors: `${archive} exists already. Give another name, or add --overwrite.\n`,
  })
  expect(readFileSync(archive, 'utf8')).toBe('an earlier one')

  const asset = await site.client.assets.upload('file', Buffer.from('%PDF-1.7 lost'))
  rmSync(path.join(site.dataFolder, 'assets/production/files', `${asset.assetId}.pdf`))
  const failed = await run('export', site, [archive, '--overwrite'])
  expect(failed.code).toBe(1)
  expect(failed.errors).toContain('1 of 1 images and files could not be fetched, so no archive was written')
  expect(readFileSync(archive, 'utf8')).toBe('an earlier one')
  expect(existsSync(`${archive}.partial`)).toBe(false)

  await site.client.delete(asset._id)
  expect(await run('export', site, [archive, '--overwrite'])).toMatchObject({code: 0})
  expect(readFileSync(archive).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]))
})

test('documents in a file of their own find the pictures beside it', async () => {
  const {source} = await writeContent()
  const elsewhere = path.join(folder, 'elsewhere')
  cpSync(source, elsewhere, {recursive: true})
  const site = await startSite('site')
  expect(await run('import', site, [path.join(elsewhere, 'data.ndjson')])).toMatchObject({
    code: 0,
    errors: '',
  })
  expect(await site.client.fetch('count(*[_type == "sanity.imageAsset"])')).toBe(2)
})

describe('mistakes get one message with the remedy', () => {
  const write = (name: string, content: string | Buffer) => {
    writeFileSync(path.join(folder, name), content)
    return name
  }

  test.each([
    [
      () => 'nowhere.tar.gz',
      'nowhere.tar.gz does not exist. Give an export (.tar.gz), an .ndjson file or a folder.',
    ],
    [() => write('notes.txt', 'hello'), 'notes.txt is neither an export (.tar.gz) nor an .ndjson file.'],
    [() => '.', 'has no .ndjson file: exactly one holds the documents.'],
    [() => write('a.ndjson', '\n'), 'The source holds no documents.'],
    [() => write('a.ndjson', '{"_id":"a","_type":"page"}\n{"_id":'), 'Line 2 of the documents is not JSON'],
    [() => write('a.ndjson', '{"_id":"a"}'), 'Line 1 of the documents is not a document: it has no _type.'],
    [
      () => write('a.tar.gz', gzipSync('not a tar archive'.repeat(100))),
      'The source cannot be read: it is not a tar archive',
    ],
    [() => write('b.tar.gz', Buffer.from([0x1f, 0x8b, 1, 2, 3])), 'b.tar.gz is cut off or damaged ('],
  ])('import of what cannot be imported (%#)', async (source, message) => {
    const {code, output, errors} = await run('import', null, [source()])
    expect({code, output}).toEqual({code: 1, output: ''})
    expect(errors).toContain(message)
    expect(errors.trim().split('\n')).toHaveLength(1)
  })

  test('a site that does not run', async () => {
    const site = await startSite('site')
    await stop(site.lake)
    const failed = await run('export', site, ['all.tar.gz'])
    expect(failed.code).toBe(1)
    expect(failed.errors).toMatch(
      /^The embedded Content Lake .* cannot be used: .*ECONNREFUSED.* Start the site with "npm start"/,
    )
  })

  test('a site that was never started, a wrong option and no argument at all', async () => {
    expect((await run('export', null, ['all.tar.gz'])).errors).toContain(
      'Start the site once with "npm start"',
    )
    expect((await run('export', null, [])).errors).toContain('Give the name of one archive.')
    expect((await run('import', null, ['--force', 'x'])).errors).toContain("Unknown option '--force'")
    expect((await run('import', null, ['x', '--replace', '--missing'])).errors).toContain('Choose one of')
  })

  test('a hosted project without the one token that they need', async () => {
    const {errors} = await run('export', null, ['all.tar.gz'], {SANITY_PROJECT_ID: 'ab12cd34'})
    expect(errors).toMatch(/^SANITY_API_WRITE_TOKEN is missing/)
  })

  test('--help says how to use them', async () => {
    for (const command of ['export', 'import'] as const) {
      const {code, output} = await run(command, null, ['--help'])
      expect(code).toBe(0)
      expect(output).toContain(`npm run content:${command} -- `)
    }
  })
})
