import {execFile} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {SMTPServer} from 'smtp-server'
import {parseEnvironment} from '#lib/env.ts'
import {makeSignOffKey, openSignOffKeys} from '#lib/sign-off/keys.ts'
import {readSignedMessage} from '#sanity/lib/revalidation/signed-message.ts'
import {openLedger} from '#sanity/sign-off/ledger.ts'
import {findUnagreed, recordExisting} from '#sanity/sign-off/record-existing.ts'
import {diagnose} from '../../scripts/doctor/diagnose.ts'
import {type Finding, findingsInWords} from '../../scripts/doctor/finding.ts'
import {checkNode} from '../../scripts/doctor/machine.ts'
import {freePorts} from '../../scripts/testing/free-ports.ts'
import {startTestLake} from '../lake/support.ts'
import {type LocalServer, startLocalServer} from '../support/local-server.ts'
import {projectId, type StandInProject, soundProject, startSanityStandIn, tokens} from './sanity-stand-in.ts'

jest.setTimeout(60_000)

const webhookSecret = 'the-secret-of-the-webhook'
const signOffKey = makeSignOffKey()

let folder: string
let project: StandInProject
let sanity: Awaited<ReturnType<typeof startSanityStandIn>>
/** What stands at SITE_URL: a site of this configuration, unless a test changes it. */
let site: LocalServer
let siteSecret: string
let mailPort: number
let mail: SMTPServer
let port: number

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'doctor-'))
  sanity = await startSanityStandIn(() => project)
  site = await startLocalServer(async (request, response) => {
    if (request.url === '/api/health') {
      response.setHeader('content-type', 'application/json')
      response.end(
        JSON.stringify({checks: {mail: {status: 'warn', reason: 'The last letter was not sent: ESOCKET.'}}}),
      )
      return
    }
    const {refusal} = await readSignedMessage(await asRequest(request), siteSecret)
    response.writeHead(refusal?.status ?? 400).end()
  })
  mail = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    logger: false,
    authMethods: ['PLAIN'],
    allowInsecureAuth: true,
    onAuth: ({username, password}, _session, done) =>
      password === 'pa55word'
        ? done(null, {user: username})
        : done(new Error('No such user head@elm.example')),
  })
  await new Promise<void>((resolve) => mail.listen(0, '127.0.0.1', resolve))
  const address = mail.server.address()
  mailPort = typeof address === 'object' && address ? address.port : 0
  port = await freePorts(2)
})

afterAll(async () => {
  await Promise.all([
    sanity.close(),
    site.close(),
    new Promise<void>((resolve) => mail.close(() => resolve())),
  ])
  rmSync(folder, {recursive: true, force: true})
})

beforeEach(() => {
  project = soundProject(site.url)
  siteSecret = webhookSecret
})

async function asRequest(message: import('node:http').IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  const headers = Object.entries(message.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ])
  return new Request('http://site.test/', {method: 'POST', headers, body: Buffer.concat(chunks)})
}

function variables(more: {[name: string]: string} = {}) {
  return {
    SANITY_PROJECT_ID: projectId,
    SANITY_API_READ_TOKEN: tokens.read,
    SANITY_API_WRITE_TOKEN: tokens.write,
    SANITY_WEBHOOK_SECRET: webhookSecret,
    SIGN_OFF_KEY: signOffKey,
    SITE_URL: site.url,
    SMTP_URL: `smtp://website:pa55word@127.0.0.1:${mailPort}`,
    MAIL_FROM: 'website@trust.example',
    DATA_FOLDER: folder,
    PORT: String(port),
    ...more,
  }
}

async function look(more: {[name: string]: string} = {}): Promise<Finding[]> {
  const environment = parseEnvironment(variables(more), {readToken: false})
  const findings = await diagnose(environment, {dataFolder: folder, hosts: sanity.hosts})
  const words = findingsInWords(findings)
  for (const secret of [tokens.read, tokens.write, webhookSecret, signOffKey, 'pa55word', 'head@elm.example'])
    expect(words).not.toContain(secret)
  for (const {state, says, remedy} of findings) {
    expect(says).toMatch(/\.$|^The site says/)
    expect(remedy === null).toBe(state === 'good')
  }
  return findings
}

/** Those that are not well but are always so here: the site of these tests is on this machine, and has no mail today. */
const usual = /which is this machine|The site says of itself/
const unwell = (findings: Finding[]) =>
  findings
    .filter(({state, says}) => state !== 'good' && !usual.test(says))
    .map(({state, says}) => `${state}: ${says}`)

it('finds nothing to mend where all is well, and writes nothing', async () => {
  const findings = await look()
  expect(unwell(findings)).toEqual([])
  expect(findings.map(({says}) => says)).toEqual(
    expect.arrayContaining([
      'The dataset “production” is private.',
      'SANITY_API_READ_TOKEN cannot write.',
      'SANITY_API_WRITE_TOKEN may write to the dataset “production”.',
      `${site.url} is a CORS origin that allows credentials.`,
      `The webhook to ${site.url}/api/revalidate has the right filter and projection.`,
      'Its last message arrived.',
      'The site knows SANITY_WEBHOOK_SECRET.',
      'The mail server lets the site in.',
      'SIGN_OFF_KEY is set, and nothing is signed so far.',
      'The clock of this machine is right.',
    ]),
  )
  expect(findings.filter(({says}) => usual.test(says))).toHaveLength(2)
})

type Case = [what: string, change: (project: StandInProject) => Partial<StandInProject>, expected: string]

/** The webhook of a project, with a change. */
const hooks = ({hooks: [first]}: StandInProject, change: object) => ({hooks: [{...first, ...change}]})

it.each<Case>([
  ['a project that is not there', () => ({exists: false}), `fault: There is no project ${projectId}.`],
  ['a public dataset', () => ({aclMode: 'public'}), 'fault: The dataset “production” is public'],
  [
    'a read token that writes',
    () => ({viewerMayWrite: true}),
    'warning: SANITY_API_READ_TOKEN may write as well',
  ],
  [
    'a write token that does not',
    () => ({editorMayWrite: false}),
    'fault: SANITY_API_WRITE_TOKEN may not write (status 403).',
  ],
  ['no CORS origin', () => ({cors: []}), 'is no CORS origin of the project'],
  [
    'one without credentials',
    () => ({cors: [{origin: site.url, allowCredentials: false}]}),
    'does not allow credentials',
  ],
  ['no webhook', () => ({hooks: []}), 'fault: No webhook leads to'],
  ['one that is off', (p) => hooks(p, {isDisabledByUser: true}), 'is switched off'],
  [
    'one with another filter',
    (p) => hooks(p, {rule: {on: ['create', 'update', 'delete'], filter: '*'}}),
    'has another filter, and has another projection',
  ],
  [
    'one that leaves deletions out',
    (p) => hooks(p, {rule: {...Object(p.hooks[0]?.rule), on: ['create']}}),
    'does not tell of all',
  ],
  ['one of another dataset', (p) => hooks(p, {dataset: 'staging'}), 'is of another dataset'],
  ['one with drafts', (p) => hooks(p, {includeDrafts: true}), 'tells of drafts too'],
  [
    'one with another secret',
    () => ({attempts: [{createdAt: '2', isFailure: true, resultCode: 401}]}),
    'signed with another secret',
  ],
  [
    'one that reaches nobody',
    () => ({attempts: [{createdAt: '2', isFailure: true}]}),
    'warning: Its last message did not reach the site.',
  ],
  [
    'a clock that is wrong',
    () => ({clockOffset: -600_000}),
    'seconds off: messages of the webhook are refused',
  ],
  [
    'a clock that is a little off',
    () => ({clockOffset: 60_000}),
    'warning: The clock of this machine is 60 seconds off.',
  ],
])('says what to mend: %s', async (_what, change, expected) => {
  Object.assign(project, change(project))
  const found = unwell(await look())
  expect(found.join('\n').replace('59 seconds', '60 seconds').replace('61 seconds', '60 seconds')).toContain(
    expected,
  )
})

it.each([
  [{SANITY_API_READ_TOKEN: ''}, 'fault: SANITY_API_READ_TOKEN is not set.'],
  [{SANITY_API_READ_TOKEN: 'nobody'}, 'fault: SANITY_API_READ_TOKEN may not read (status 401).'],
  [{SANITY_API_WRITE_TOKEN: ''}, 'warning: SANITY_API_WRITE_TOKEN is not set'],
  [{SANITY_API_WRITE_TOKEN: tokens.read}, 'are one token.'],
  [{SANITY_DATASET: 'staging'}, 'fault: There is no dataset “staging”'],
  [{SANITY_WEBHOOK_SECRET: ''}, 'fault: SANITY_WEBHOOK_SECRET is not set'],
  [{SANITY_WEBHOOK_SECRET: 'another'}, 'fault: The site that runs has another SANITY_WEBHOOK_SECRET'],
  [{SIGN_OFF_KEY: ''}, 'fault: SIGN_OFF_KEY is not set'],
  [{SITE_URL: 'http://127.0.0.1:9'}, 'fault: Nothing answers at http://127.0.0.1:9.'],
  [{SMTP_URL: '', MAIL_FROM: ''}, 'warning: No mail server is named'],
  [
    {REDIS_URL: 'redis://:pa55word@127.0.0.1:9'},
    'fault: Redis does not answer as REDIS_URL says: ECONNREFUSED',
  ],
  [{SMTP_URL: 'smtp://127.0.0.1:9'}, 'fault: The mail server does not let the site in: ESOCKET'],
])('says what to mend: %o', async (more, expected) => {
  expect(unwell(await look(more)).join('\n')).toContain(expected)
})

it('says that the mail server refuses the password, and repeats nothing of it', async () => {
  const found = await look({SMTP_URL: `smtp://website:wr0ng@127.0.0.1:${mailPort}`})
  expect(found.find(({says}) => says.includes('mail server'))).toMatchObject({
    state: 'fault',
    says: expect.stringContaining('EAUTH'),
    remedy: expect.stringContaining('user and the password'),
  })
  expect(JSON.stringify(found)).not.toContain('wr0ng')
})

it('finds out as a stranger what its tokens may not see, and says what it cannot', async () => {
  project.showsSettings = false
  project.aclMode = 'public'
  const found = unwell(await look())
  expect(found).toEqual([
    expect.stringContaining('fault: The dataset “production” is public'),
    expect.stringContaining('unknown: The CORS origins'),
    expect.stringContaining('unknown: The webhooks'),
  ])
})

/** What is said of the dataset when no token may look at its settings. */
async function visibility(more: {[name: string]: string} = {}): Promise<Finding[]> {
  project.showsSettings = false
  return (await look(more)).filter(({says}) => /private|public|stranger/.test(says))
}

it.each([401, 403, null])(
  'holds a dataset for closed that a stranger is refused, with %s',
  async (status) => {
    project.strangerStatus = status
    expect(await visibility()).toEqual([
      {state: 'good', says: 'A stranger reads nothing from the dataset “production”.', remedy: null},
    ])
  },
)

it.each([404, 429, 500, 502])(
  'does not take it for closed when a stranger is answered with %s',
  async (status) => {
    project.strangerStatus = status
    project.aclMode = 'public'
    expect(await visibility()).toEqual([
      {
        state: 'unknown',
        says: `Whether the dataset “production” is private could not be seen (status ${status}).`,
        remedy: expect.stringContaining('sanity.io/manage, under Datasets'),
      },
    ])
  },
)

it.each<[string, Partial<StandInProject>, {[name: string]: string}]>([
  ['a public dataset that is still empty', {aclMode: 'public', documents: 0}, {}],
  ['a private one that is', {documents: 0}, {}],
  [
    'one of which no token can say what is in it',
    {},
    {SANITY_API_READ_TOKEN: 'nobody', SANITY_API_WRITE_TOKEN: ''},
  ],
])('does not know of %s whether a stranger will read it', async (_what, change, more) => {
  Object.assign(project, change)
  expect(await visibility(more)).toMatchObject([
    {state: 'unknown', remedy: expect.stringContaining('sanity.io/manage, under Datasets')},
  ])
})

it('knows whether the key signed the record', async () => {
  const lake = await startTestLake()
  try {
    await lake.client().create({_id: 'said', _type: 'testimonial', quotation: 'We were asked.'})
    const client = lake.client({perspective: 'raw'})
    const keys = openSignOffKeys(signOffKey)
    if (keys === null) throw new Error('The key is none.')
    const ledger = openLedger(client, keys)
    const unagreed = await findUnagreed({client, ledger})
    await recordExisting(unagreed, {by: 'test', byName: 'A test'}, {ledger})
    project.lastEvent = await client.fetch('*[_type == "signOffEvent"] | order(number desc)[0]')
    expect((await look()).map(({says}) => says)).toContain(
      'SIGN_OFF_KEY is the one that signed the record of sign-offs.',
    )
    expect(unwell(await look({SIGN_OFF_KEY: makeSignOffKey()})).join()).toContain(
      'is signed with another key',
    )
  } finally {
    await lake.close()
  }
})

it('tells an old Node.js', () => {
  expect(checkNode('22.1.0')).toMatchObject({state: 'fault', remedy: expect.stringContaining('npm ci')})
})

describe('npm run doctor, on one machine', () => {
  type Run = {code: number; output: string}
  const run = (more: {[name: string]: string}, args: string[] = []): Promise<Run> => {
    const env = {
      PATH: process.env.PATH,
      NODE_ENV: 'test' as const,
      SANITY_PROJECT_ID: '',
      DATA_FOLDER: folder,
      ...more,
    }
    return new Promise((resolve) => {
      execFile(process.execPath, ['scripts/doctor.ts', ...args], {env}, (error, output, errors) =>
        resolve({code: error ? Number(error.code) : 0, output: output + errors}),
      )
    })
  }

  it('ends well where everything is, and tells programs in JSON', async () => {
    const {code, output} = await run({PORT: String(port)}, ['--json'])
    const says = JSON.parse(output).map((finding: Finding) => finding.says)
    expect(code).toBe(0)
    expect(says).toEqual(
      expect.arrayContaining([
        `Port ${port} is free for the site.`,
        `Port ${port + 1} is free for the embedded Content Lake.`,
        `${folder} can be read and written.`,
        'Letters are put into the outbox of this machine.',
      ]),
    )
  })

  it('ends with 1 and a remedy where a port is taken, or the configuration is wrong', async () => {
    const taken = await run({PORT: String(site.port)})
    expect(taken.code).toBe(1)
    expect(taken.output).toMatch(
      /MEND {3}Port \d+, which the site needs, is taken by another program\.\n +→ Stop that/,
    )
    const wrong = await run({SITE_ENVIRONMENT: 'live', METRICS_TOKEN: 'short'})
    expect(wrong.code).toBe(1)
    expect(wrong.output).toContain('MEND   SITE_ENVIRONMENT is “live”')
    expect(wrong.output).toContain('METRICS_TOKEN is too short')
  })
})
