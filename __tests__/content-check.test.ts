import {execFileSync} from 'node:child_process'
import {createHash, randomBytes} from 'node:crypto'
import {mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import {createLakeClient} from '#sanity/lake/client.ts'
import {recordTypes} from '#sanity/register/import-records.ts'
import {brokenContent} from './support/broken-content.ts'
import {contentSites, stop} from './support/content-site.ts'
import {expectedFindings} from './support/expected-findings.ts'
import {startLocalServer} from './support/local-server.ts'

// Each test starts processes, which takes long on a busy machine.
jest.setTimeout(60_000)

let sites: ReturnType<typeof contentSites>

beforeEach(() => {
  sites = contentSites('content-check')
})

afterEach(() => sites.remove())

const asLines = (documents: object[]) => documents.map((document) => `${JSON.stringify(document)}\n`).join('')

/** Writes documents into a file beside the two pictures that they use. */
async function writeContent(documents: object[]): Promise<string> {
  const images = path.join(sites.folder, 'images')
  mkdirSync(images, {recursive: true})
  const blank = {width: 64, height: 48, channels: 3, background: '#336699'} as const
  await sharp({create: blank}).jpeg().toFile(path.join(images, 'hall.jpg'))
  await sharp({create: {...blank, background: '#993366'}})
    .jpeg()
    .toFile(path.join(images, 'amy-smith.jpg'))
  const file = path.join(sites.folder, 'content.ndjson')
  writeFileSync(file, asLines(documents))
  return file
}

type Finding = {level: string; message: string; field: string; path: string; keptFromVisitors: string | null}
type Report = {
  checked: number
  counts: {error: number; warning: number; info: number}
  documents: {
    id: string
    type: string
    typeTitle: string
    title: string
    state: string
    findings: Finding[]
  }[]
}

type LinkCheck = {_id: string; address: string; outcome: string; checkedAt: string; failingSince?: string}

const described = ({documents}: Report) =>
  documents.flatMap(({id, findings}) =>
    findings.map(({level, path, message, keptFromVisitors}) => [id, level, path, message, keptFromVisitors]),
  )

test('each rule that is broken is named, with its place, its level and whether visitors are kept from it', async () => {
  // What an import of schools keeps about itself is no content, and nobody is to delete it.
  const records = Object.values(recordTypes).map((_type) => ({_id: `schoolImport.${_type}`, _type}))
  const file = await writeContent([...brokenContent, ...records])
  const temporary = path.join(sites.folder, 'temporary')
  mkdirSync(temporary)
  const {code, output, errors} = await sites.run('check', null, [file, '--json'], {TMPDIR: temporary})
  expect({code, errors}).toEqual({code: 1, errors: ''})
  // No copy of private content is left behind.
  expect(readdirSync(temporary)).toEqual([])
  const report: Report = JSON.parse(output)
  const expected = expectedFindings.map(([_rule, ...finding]) => finding)
  expect(described(report).toSorted()).toEqual(expected.toSorted())
  const count = (wanted: string) => expected.filter(([, level]) => level === wanted).length
  expect(report.counts).toEqual({error: count('error'), warning: count('warning'), info: count('info')})
  expect(report.checked).toBe(brokenContent.length)
  expect(report.documents.find(({id}) => id === 'drafts.page-twin-b')).toEqual({
    id: 'drafts.page-twin-b',
    type: 'page',
    typeTitle: 'Page',
    title: 'Other twin',
    state: 'draft',
    findings: [
      {
        level: 'error',
        message:
          '“twin-a” has this address already: choose a different one, or publish that one with another address first.',
        field: 'Address',
        path: 'slug',
        keptFromVisitors: 'draft',
      },
    ],
  })
})

test('the demo content has no errors, and the one link that its page announces without an address', async () => {
  const demo = path.resolve(__dirname, '../sanity/content')
  const {code, output} = await sites.run('check', null, [demo, '--json'])
  const report: Report = JSON.parse(output)
  expect({code, errors: report.counts.error}).toEqual({code: 0, errors: 0})
  // One of the others is about a word of the first page, which stays as its author wrote it; the evidence beside it is due.
  expect(described(report).map(([id, , path]) => `${id} ${path}`)).toEqual([
    'claim-schools-improve statement',
    'claim-schools-improve statistic.reviewBy',
    'resource-myths url',
  ])
})

test('a site is checked while it runs and while it does not, in words for people, and nothing is written', async () => {
  const site = await sites.startSite('site')
  const named = brokenContent.filter(({_id}) =>
    ['page-home', 'page-words', 'drafts.page-twin-b'].includes(_id),
  )
  for (const document of named) await site.client.create({...document, slug: {_type: 'slug', current: 'A'}})
  const before = await site.client.fetch('*[]')
  const running = await sites.run('check', site, [])
  expect(running).toMatchObject({code: 1, errors: ''})
  expect(running.output).toContain(`Checking the embedded Content Lake of this site (${site.url})`)
  // Worst first among documents and in them, each with the words of the form and the path of the field.
  const [, report = ''] = running.output.split(/\n\n(.*)/s)
  const lines = report.trim().split('\n')
  const at = (line: string) => lines.indexOf(line)
  expect(at('Page “An outstanding trust” (published, page-words)')).toBeGreaterThanOrEqual(0)
  const heading = at('  Error: This heading skips a level: make it a “Smaller heading”.')
  expect(lines.slice(heading + 1, heading + 4)).toEqual([
    '    Where: Sections › 2. Text › Text › 2. Block',
    '           sections[_key=="headings"].body[_key=="e"]',
    '    Visitors may meet it.',
  ])
  expect(heading).toBeLessThan(lines.findIndex((line) => line.startsWith('  Warning: ')))
  expect(lines).toContain('Page “Other twin” (draft, drafts.page-twin-b)')
  expect(lines).toContain('    In a draft, which visitors do not see.')
  expect(lines.at(-1)).toMatch(/^3 documents checked: \d+ errors, 4 warnings, 0 hints\.$/)
  expect(await site.client.fetch('*[]')).toEqual(before)

  await stop(site.lake)
  const stopped = await sites.run('check', site, [])
  expect(stopped).toMatchObject({code: 1, errors: ''})
  expect(stopped.output).toContain(`Checking the content of this site in ${site.dataFolder}`)
  expect(stopped.output).toContain(report)
})

/** The first half of an archive whose documents are whole and whose pictures are not. */
function cutArchive(): Buffer {
  const folder = path.join(sites.folder, 'export')
  mkdirSync(path.join(folder, 'images'), {recursive: true})
  writeFileSync(path.join(folder, 'data.ndjson'), asLines([{_id: 'a', _type: 'page'}]))
  writeFileSync(path.join(folder, 'images', 'noise.jpg'), randomBytes(500_000))
  const archive = execFileSync('tar', ['-cz', '-C', sites.folder, 'export/data.ndjson', 'export/images'])
  return archive.subarray(0, archive.length / 2)
}

describe('what cannot be checked ends with code 2 and one message with the remedy', () => {
  const write = (name: string, content: string | Buffer) => {
    const file = path.join(sites.folder, name)
    writeFileSync(file, content)
    return file
  }

  test.each([
    [() => ['nowhere.tar.gz'], 'nowhere.tar.gz does not exist. Give an export'],
    [() => [write('notes.txt', 'hello')], 'is neither an export (.tar.gz) nor an .ndjson file.'],
    [() => [write('a.ndjson', '{"_id":')], 'Line 1 of the documents is not JSON'],
    [() => [write('cut.tar.gz', cutArchive())], 'cut.tar.gz is cut off or damaged (unexpected end of file).'],
    [
      () => [write('a.ndjson', '{"_id":"a","_type":"page","x":{"_type":"reference","_ref":"b"}}')],
      'a.ndjson cannot be checked, because no dataset would take what it holds: ',
    ],
    [() => [], 'Start the site once with "npm start"'],
    [() => ['a', 'b'], 'Give one archive, file or folder, or none for this site.'],
    [() => ['--force'], "Unknown option '--force'"],
  ])('%#', async (args, message) => {
    const {code, errors} = await sites.run('check', null, args())
    expect(code).toBe(2)
    expect(errors).toContain(message)
    expect(errors).not.toMatch(/^ {4}at /m)
  })

  test('a hosted project without the token that is needed', async () => {
    const project = {SANITY_PROJECT_ID: 'ab12cd34'}
    const reading = await sites.run('check', null, [], project)
    expect(reading).toMatchObject({
      code: 2,
      errors: expect.stringMatching(/^SANITY_API_READ_TOKEN is missing/),
    })
    const token = {...project, SANITY_API_READ_TOKEN: 'read'}
    const writing = await sites.run('check', null, ['--links'], token)
    expect(writing).toMatchObject({
      code: 2,
      errors: expect.stringMatching(/^SANITY_API_WRITE_TOKEN is missing/),
    })
  })
})

test('links are asked for, and result and date are kept where nobody but staff reads them', async () => {
  let isUp = false
  const server = await startLocalServer(({url}, response) => {
    if (url === '/old') response.writeHead(301, {location: '/new'}).end()
    else response.writeHead(url === '/down' && !isUp ? 500 : url === '/shy' && isUp ? 403 : 200).end()
  })
  const site = await sites.startSite('site')
  const addressOf = (name: string) => `${server.url}/${name}`
  const resource = (name: string) => ({
    _id: `resource-${name}`,
    _type: 'resource',
    title: name,
    kind: 'article',
    url: addressOf(name),
  })
  for (const name of ['works', 'old', 'down']) await site.client.create(resource(name))
  await site.client.create({...resource('again'), url: addressOf('works')})
  // What the register said is a record: nobody follows it, and nobody could mend it.
  const says = addressOf('register')
  await site.client.create({
    _id: 'school-a',
    _type: 'school',
    registerFacts: [{_key: 'website', _type: 'registerFact', says}],
  })
  const checkLinks = () => sites.run('check', site, ['--links', '--allow-private'])
  const kept = () => site.client.fetch<LinkCheck[]>('*[_type == "linkCheck"] | order(address asc)')

  const {output} = await checkLinks()
  expect(output).toContain(
    `${addressOf('down')}\n  The page is not there (the answer was 500).\n  Failing since `,
  )
  expect(output).toContain(
    `${addressOf('old')}\n  It has moved for good to ${addressOf('new')}: use that address.\n  Used in: resource-old`,
  )
  expect(output).toContain('3 addresses asked for: 1 failing, 1 moved for good.')
  const [down, old, works] = await kept()
  expect(down).toMatchObject({address: addressOf('down'), outcome: 'fails', status: 500})
  expect(old).toMatchObject({outcome: 'redirects', status: 200, leadsTo: addressOf('new'), permanent: true})
  expect(works).toMatchObject({outcome: 'works', status: 200})
  const hash = createHash('sha256').update(addressOf('down')).digest('hex').slice(0, 32)
  expect(down?._id).toBe(`linkCheck.${hash}`)
  expect(new Date(down?.checkedAt ?? '').toISOString()).toBe(down?.checkedAt)
  expect(down?.failingSince).toBe(down?.checkedAt)
  const anonymous = createLakeClient(site.url, {perspective: 'published', ignoreBrowserTokenWarning: true})
  expect(await anonymous.fetch('count(*[_type == "linkCheck"])')).toBe(0)

  await site.client.delete('resource-old')
  await checkLinks()
  const [stillDown, ...others] = await kept()
  expect(stillDown?.failingSince).toBe(down?.failingSince)
  expect(stillDown?.checkedAt).not.toBe(down?.checkedAt)
  expect(others.map(({address}) => address)).toEqual([addressOf('works')])

  isUp = true
  await site.client.create(resource('shy'))
  const {output: lastOutput} = await checkLinks()
  expect(lastOutput).toContain(
    '3 addresses asked for: 0 failing, 0 moved for good, 1 for people alone to try.',
  )
  expect(lastOutput).toContain(`${addressOf('shy')}\n  The server refuses programs`)
  expect(await kept()).toEqual([
    expect.objectContaining({address: addressOf('down'), outcome: 'works'}),
    expect.objectContaining({address: addressOf('shy'), outcome: 'refuses', status: 403}),
    expect.objectContaining({address: addressOf('works')}),
  ])
  expect((await kept())[0]).not.toHaveProperty('failingSince')
  await server.close()
})

test('a machine that reaches nothing keeps nothing, because the addresses may be as good as ever', async () => {
  const site = await sites.startSite('site')
  for (const name of ['a', 'b']) {
    await site.client.create({_id: `school-${name}`, _type: 'school', website: `https://${name}.invalid`})
  }
  const {code, errors} = await sites.run('check', site, ['--links'])
  expect(code).toBe(2)
  expect(errors).toMatch(
    /^None of the 2 addresses can be reached: is this machine connected to the internet\?/,
  )
  expect(await site.client.fetch('count(*[_type == "linkCheck"])')).toBe(0)
})
