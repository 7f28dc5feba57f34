import {spawn} from 'node:child_process'
import {cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {createInterface} from 'node:readline'
import {setTimeout as wait} from 'node:timers/promises'
import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import type {DocumentChange} from '../../../sanity/lib/revalidation/change.ts'
import {freePorts} from '../../../scripts/testing/free-ports.ts'
import {testSecrets} from './lake.ts'
import {siteUnderTest} from './sites-under-test.ts'

/** A site of its own beside the one under test. */
export type SecondSite = {
  url: string
  /** What it has said about content since it started. */
  log: () => string[]
  /** Every line that it has printed since it started. */
  output: () => string[]
  /** Tells it, as the lake does, that a page has changed. */
  notify: (page: {_id: string; slug: {current: string}}) => Promise<void>
  /** As a lake of another secret does, of any document. */
  notifyOf: (change: Partial<DocumentChange>, secret: string) => Promise<void>
  stop: () => Promise<void>
}

const root = path.resolve(siteUnderTest().folder)
/** Written while a site runs, as what it has seen of the content; or of no use to a built one. */
const notCopied = new Set(['cache', 'lock', 'dev', 'diagnostics', 'standalone', 'content-seen.json'])

/**
 * Starts the built site once more, from a copy of the build, so that neither finds the other's pages.
 * @param variables - of its environment, on top of what it needs
 */
export async function startSecondSite(
  lakeUrl: string,
  variables: {[name: string]: string} = {},
): Promise<SecondSite> {
  const folder = copyOfTheBuild()
  const port = await freePorts(1)
  const {readToken, webhookSecret, signOffKey} = testSecrets()
  const output: string[] = []
  const child = spawn(
    process.execPath,
    [
      path.join(root, 'node_modules/next/dist/bin/next'),
      'start',
      '--hostname',
      'localhost',
      '--port',
      String(port),
    ],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        SANITY_PROJECT_ID: '',
        SITE_URL: '',
        SMTP_URL: '',
        MAIL_FROM: '',
        PORT: String(port),
        HOST: '127.0.0.1',
        // As the launcher does: see scripts/launch/site.ts.
        NODE_OPTIONS: '--dns-result-order=ipv4first',
        LAKE_URL: lakeUrl,
        SANITY_API_READ_TOKEN: readToken,
        SANITY_WEBHOOK_SECRET: webhookSecret,
        SIGN_OFF_KEY: signOffKey,
        ...variables,
      },
    },
  )
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({input: stream}).on('line', (line) => {
        output.push(line)
        if (line.includes('Ready in')) resolve()
      })
    }
    void gone.then(() => reject(new Error('The second site did not start.')))
  })
  await ready
  const url = `http://127.0.0.1:${port}`
  await untilWatched(url)
  return {
    url,
    log: () => messagesOf(output, 'content'),
    output: () => [...output],
    notify: ({_id: id, slug: {current: slug}}) =>
      sendChange(url, {id, type: 'page', slugBefore: slug, slugAfter: slug}, webhookSecret),
    notifyOf: (change, secret) => sendChange(url, change, secret),
    stop: async () => {
      child.kill('SIGTERM')
      await gone
      rmSync(folder, {recursive: true, force: true})
    },
  }
}

function copyOfTheBuild(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'school-trust-second-site-'))
  for (const entry of readdirSync(root)) {
    if (entry !== '.next' && entry !== '.data') symlinkSync(path.join(root, entry), path.join(folder, entry))
  }
  const build = path.join(root, '.next')
  cpSync(build, path.join(folder, '.next'), {
    recursive: true,
    // A file that is being written has that ending until it is put in its place.
    filter: (source) => !notCopied.has(path.relative(build, source)) && !source.endsWith('.new'),
  })
  return folder
}

/** Next.js says that it is ready, and takes requests, before it has called what watches them. */
async function untilWatched(url: string): Promise<void> {
  while (!(await fetch(`${url}/api/health/live`)).headers.has('x-request-id')) await wait(50)
}

/** What the lines of a log say about a part of the site. */
export function messagesOf(lines: readonly string[], part: string): string[] {
  return lines
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
    .filter((entry) => entry.part === part)
    .map(({message}) => String(message))
}

async function sendChange(url: string, change: Partial<DocumentChange>, secret: string): Promise<void> {
  const body = JSON.stringify({operation: 'update', ...change})
  const signature = await encodeSignatureHeader(body, Date.now(), secret)
  const response = await fetch(`${url}/api/revalidate`, {
    method: 'POST',
    body,
    headers: {'content-type': 'application/json', [SIGNATURE_HEADER_NAME]: signature},
  })
  if (!response.ok) throw new Error(`The second site did not take the change (status ${response.status}).`)
}
