import {execFileSync} from 'node:child_process'
import {randomBytes} from 'node:crypto'
import {cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import sharp from 'sharp'
import {recordTypes} from '#sanity/register/import-records.ts'
import {type Broken, brokenContent, checkedOn} from './support/broken-content.ts'
import {contentSites, stop} from './support/content-site.ts'
import {expectedFindings} from './support/expected-findings.ts'
import {type LocalServer, startLocalServer} from './support/local-server.ts'
import {withWrongValues} from './support/wrong-values.ts'

// Each test starts processes, which takes long on a busy machine.
jest.setTimeout(60_000)

let sites: ReturnType<typeof contentSites>
let server: LocalServer | undefined

beforeEach(() => {
  sites = contentSites('content-check')
})

afterEach(async () => {
  await server?.close()
  server = undefined
  await sites.remove()
})

/** Makes a command take a day for today. */
const on = (day: string) => ({
  NODE_OPTIONS: `--import=${pathToFileURL(path.resolve(__dirname, 'support/set-clock.ts'))}`,
  TEST_TODAY: day,
})

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
  const {code, output, errors} = await sites.run('check', null, [file, '--json'], {
    TMPDIR: temporary,
    ...on(checkedOn),
  })
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

test('a value of another kind than its field holds is named as such, and every other rule goes on', async () => {
  const demo = path.resolve(__dirname, '../sanity/content')
  const lines = readFileSync(path.join(demo, 'data.ndjson'), 'utf8').trim().split('\n')
  const documents: Broken[] = lines.map((line) => JSON.parse(line))
  const wrong = withWrongValues([...brokenContent, ...documents])
  const file = await writeContent([...documents, ...wrong])
  cpSync(path.join(demo, 'images'), path.join(sites.folder, 'images'), {recursive: true})
  const {output} = await sites.run('check', null, [file, '--json'])
  const messages = described(JSON.parse(output)).map(([id, , field, message]) => `${id} ${field} ${message}`)
  const spoken = messages.filter((message) => message.includes('something else than this field can show'))
  expect(spoken.length).toBeGreaterThan(wrong.length / 2)
  expect(messages.filter((message) => message.includes('Exception'))).toEqual([])
})

test('the demo content has no errors, and the one link that its page announces without an address', async () => {
  const demo = path.resolve(__dirname, '../sanity/content')
  // The last day on which the facts of its schools are not old.
  const {code, output} = await sites.run('check', null, [demo, '--json'], on('2027-09-01'))
  const report: Report = JSON.parse(output)
  expect({code, errors: report.counts.error}).toEqual({code: 0, errors: 0})
  // One of the others is about a word of the first page, which stays as its author wrote it; the evidence beside it is due.
  expect(described(report).map(([id, , path]) => `${id} ${path}`)).toEqual([
    'claim-schools-improve statement',
    'claim-schools-improve statistic.reviewBy',
    'resource-myths url',
  ])
})

/** Each run that reads content loads the Studio's code first, so one says all that it can. */
test('a site is checked while it runs and while it does not, in words for people, and what its links led to alone is written', async () => {
  const site = await sites.startSite('site')
  const asked = await startLocalServer(({url}, response) => {
    if (url === '/old') response.writeHead(301, {location: '/new'}).end()
    else response.writeHead(url === '/down' ? 500 : 200).end()
  })
  server = asked
  const addressOf = (name: string) => `${asked.url}/${name}`
  const named = brokenContent.filter(({_id}) =>
    ['page-home', 'page-words', 'drafts.page-twin-b'].includes(_id),
  )
  for (const document of named) await site.client.create({...document, slug: {_type: 'slug', current: 'A'}})
  for (const name of ['works', 'old', 'down'])
    await site.client.create({_id: `school-${name}`, _type: 'school', website: addressOf(name)})
  const before = await site.client.fetch('*[]')
  const running = await sites.run('check', site, ['--links', '--allow-private'])
  expect(running).toMatchObject({code: 1, errors: ''})
  expect(running.output).toContain(`Checking the embedded Content Lake of this site (${site.url})`)
  // Worst first among documents and in them, each with the words of the form and the path of the field.
  const [, report = ''] = running.output.split(/\n\n(.*)/s)
  const [findings = '', links = ''] = report.split(
    /^6 documents checked: \d+ errors, 7 warnings, 0 hints\.$/m,
  )
  const lines = findings.trim().split('\n')
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
  expect(links).toContain(
    `${addressOf('down')}\n  The page is not there (the answer was 500).\n  Failing since `,
  )
  expect(links).toContain(
    `${addressOf('old')}\n  It has moved for good to ${addressOf('new')}: use that address.\n  Used in: school-old`,
  )
  expect(links).toContain('3 addresses asked for: 1 failing, 1 moved for good.')
  const isCheck = '_type == "linkCheck"'
  expect(await site.client.fetch(`*[!(${isCheck})]`)).toEqual(before)
  expect(await site.client.fetch(`count(*[${isCheck}])`)).toBe(3)

  await stop(site.lake)
  const stopped = await sites.run('check', site, [])
  expect(stopped).toMatchObject({code: 1, errors: ''})
  expect(stopped.output).toContain(`Checking the content of this site in ${site.dataFolder}`)
  expect(stopped.output).toContain(findings.trim())
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
