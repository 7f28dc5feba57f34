import {execFile} from 'node:child_process'
import {createServer, type IncomingMessage, type Server} from 'node:http'
import path from 'node:path'
import {text} from 'node:stream/consumers'
import {promisify} from 'node:util'
import {askForSignOff} from '#sanity/sign-off/ask.ts'
import {answerBy, head, signOffOfTests, staff, subject, yes} from './support.ts'

/*
 * The embedded lake has no releases. What keeps words that nobody has agreed to out of one is an error of validation,
 * which Sanity obeys when it publishes or schedules a release: here the real schema's, asking the real address of the
 * site, about the documents that a release would hold.
 */

// Each test starts a process that loads the Studio's code.
jest.setTimeout(60_000)

const test = signOffOfTests()
const root = path.resolve(__dirname, '../..')
const versionId = `versions.r1.${subject.id}`
const refusal =
  'The school has not signed off these words: write them as a draft, request sign-off, and add them to the release when it has agreed.'

let site: Server

beforeAll(async () => {
  const {url, dataFolder, secrets} = test.lake
  Object.assign(process.env, {
    SANITY_PROJECT_ID: '',
    LAKE_URL: url,
    DATA_FOLDER: dataFolder,
    SANITY_API_READ_TOKEN: secrets.readToken,
    SANITY_API_WRITE_TOKEN: secrets.writeToken,
    SIGN_OFF_KEY: secrets.signOffKey,
  })
  const {POST} = await import('../../app/api/sign-off/route.ts')
  site = createServer(async (incoming, outgoing) => {
    const answer = await POST(await requestOf(incoming))
    outgoing.writeHead(answer.status, {'Content-Type': 'application/json'}).end(await answer.text())
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
})

afterAll(() => new Promise((resolve) => site.close(resolve)))

/** The private proof, without which a testimonial is not published either. */
const proofOf = (id: string) => ({
  _id: `testimonialProof.${id}`,
  _type: 'testimonialProof',
  saidBy: 'Somebody',
  permissionGivenOn: '2020-01-01',
})

beforeEach(async () => {
  await test.lake.client().transaction().create(proofOf(subject.id)).create(proofOf('other')).commit()
})

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const body = await text(incoming)
  const headers = {
    authorization: incoming.headers.authorization ?? '',
    'content-length': String(Buffer.byteLength(body)),
  }
  return new Request(`http://127.0.0.1${incoming.url}`, {method: incoming.method ?? 'GET', body, headers})
}

/** The errors of documents in the Studio, by id. */
async function errorsIn(siteUrl: string, ...ids: string[]): Promise<{[id: string]: string[]}> {
  const script = path.join(root, '__tests__/support/print-errors-in-studio.ts')
  const {url, secrets} = test.lake
  const args = [script, url, secrets.writeToken, siteUrl, ...ids]
  const {stdout} = await promisify(execFile)(process.execPath, args, {cwd: root})
  return JSON.parse(stdout)
}

function siteUrl(): string {
  const address = site.address()
  if (address === null || typeof address === 'string') throw new Error('The site has no port.')
  return `http://127.0.0.1:${address.port}`
}

it('is kept from publishing words that nobody has agreed to, and from nothing else', async () => {
  await askForSignOff(subject, {reviewers: [head]}, staff, test.around)
  await answerBy(test, yes)
  const draft = await test.lake.client({perspective: 'raw'}).getDocument(`drafts.${subject.id}`)
  const agreed = {...draft, _id: versionId, _type: subject.type}
  const other = {...agreed, _id: `versions.r2.${subject.id}`, quotation: '“Nobody asked us.”'}
  const strange = {...agreed, _id: 'versions.r1.other'}
  await test.lake.client().transaction().create(agreed).create(other).create(strange).commit()
  const errors = await errorsIn(siteUrl(), `drafts.${subject.id}`, versionId, other._id, strange._id)
  expect(errors).toEqual({
    [`drafts.${subject.id}`]: [],
    [versionId]: [],
    [other._id]: [refusal],
    [strange._id]: [refusal],
  })
})

it('is kept from publishing when the site cannot say', async () => {
  const draft = await test.lake.client({perspective: 'raw'}).getDocument(`drafts.${subject.id}`)
  await test.lake.client().create({...draft, _id: versionId, _type: subject.type})
  expect(await errorsIn('http://127.0.0.1:1', versionId)).toEqual({
    [versionId]: [expect.stringContaining('cannot be asked at the moment')],
  })
})
