import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {createInterface} from 'node:readline'
import {setTimeout as wait} from 'node:timers/promises'
import {isDeepStrictEqual} from 'node:util'
import type {SanityClient} from '@sanity/client'
import {mostPagesAhead} from '#lib/pages-ahead.ts'
import {createLakeClient} from '#sanity/lake/client.ts'
import {revalidationHook} from '#sanity/lake/revalidation-hook.ts'
import {type Lake, startLake} from '#sanity/lake/server.ts'
import {copyTree, type Tree} from '../../__tests__/support/tree.ts'
import {freePorts} from '../testing/free-ports.ts'
import {watchMemory} from './process-memory.ts'

const sharedBy = 3
const visits = 50
const patienceMs = 60_000
const quietMs = 3_000

type Grown = {
  pages: number
  buildSeconds: number
  buildMebibytes: number
  made: number
  edits: ({what: string; shownBy: number} & Counts)[]
  visitRequests: number
  firstVisitStatus: number
  missingStatus: number
}

type Counts = {pages: number; files: number; requests: number}

const slugOf = (page: number) => `grown-${page}`

/**
 * Builds sites with so many pages, and edits one page, and one testimonial that three pages show: time and memory of the
 * build, how many pages each edit makes again, and what both ask of the lake. A table.
 */
export async function measureGrowth(sizes: readonly number[]): Promise<string> {
  const grown: Grown[] = []
  for (const size of sizes) grown.push(await grow(size))
  const edits = grown.flatMap(({pages, edits: each}) =>
    each.map(
      ({what, shownBy, pages: made, files, requests}) =>
        `| ${pages.toLocaleString('en-GB')} | ${what} | ${shownBy} | ${made} | ${files} | ${requests} |`,
    ),
  )
  return [
    `| pages | build, s | most memory, MiB | made by the build | a page beyond | an unknown address | lake requests of ${visits} visits |`,
    '|---:|---:|---:|---:|---:|---:|---:|',
    ...grown.map(
      (one) =>
        `| ${one.pages.toLocaleString('en-GB')} | ${one.buildSeconds.toFixed(0)} | ${one.buildMebibytes.toFixed(0)} | ${one.made} | ${one.firstVisitStatus} | ${one.missingStatus} | ${one.visitRequests} |`,
    ),
    '',
    '| pages | edit | pages that show it | pages made again | files made again | lake requests |',
    '|---:|---|---:|---:|---:|---:|',
    ...edits,
    '',
    'Files: the site map, the evidence as data, and the picture of a page for where it is shared. With any page `/evidence` is made again, which names the pages that make each claim.',
    `A build makes ${mostPagesAhead} pages of each kind at most; those beyond are made at their first visit.`,
  ].join('\n')
}

async function grow(pages: number): Promise<Grown> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'school-trust-growth-'))
  const port = await freePorts(1)
  const url = `http://localhost:${port}`
  const webhooks = [await revalidationHook(`http://127.0.0.1:${port}/api/revalidate`)]
  // The webhook is called once there is a site: what is written before that is what the build reads.
  const first = await startLake({port: 0, dataFolder, allowedOrigins: [url]})
  await fill(clientOf(first), pages).finally(() => first.close())
  const lake = await startLake({port: first.port, dataFolder, allowedOrigins: [url], webhooks})
  const tree = copyTree({withStudio: true})
  const environment = {
    ...process.env,
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_OPTIONS: '--dns-result-order=ipv4first --disable-warning=DEP0169',
    SANITY_PROJECT_ID: '',
    HOST: '127.0.0.1',
    PORT: String(port),
    SITE_URL: url,
    LAKE_URL: lake.url,
    SANITY_API_READ_TOKEN: lake.secrets.readToken,
    SANITY_API_WRITE_TOKEN: lake.secrets.writeToken,
    SANITY_WEBHOOK_SECRET: lake.secrets.webhookSecret,
    SIGN_OFF_KEY: lake.secrets.signOffKey,
    DATA_FOLDER: dataFolder,
  }
  try {
    const built = await build(tree, environment)
    return {pages, ...built, ...(await runSite(tree, environment, url, lake, pages))}
  } finally {
    await lake.close()
    tree.remove()
    rmSync(dataFolder, {recursive: true, force: true})
  }
}

const clientOf = (lake: Lake) => createLakeClient(lake.url, {token: lake.secrets.writeToken})

async function fill(client: SanityClient, pages: number): Promise<void> {
  const homePage = {_type: 'reference', _ref: 'grown-0'}
  await client.create({
    _id: 'shared',
    _type: 'testimonial',
    quotation: 'As it was at first.',
    attribution: {kind: 'role', text: 'A headteacher'},
  })
  const numbers = Array.from({length: pages}, (_, index) => index)
  for (let start = 0; start < pages; start += 100) {
    const transaction = client.transaction()
    for (const number of numbers.slice(start, start + 100)) transaction.create<object>(pageOf(number))
    await transaction.commit()
  }
  await client.create({_id: 'siteSettings', _type: 'siteSettings', trustName: 'Growing Trust', homePage})
}

/** The second, third and fourth show the testimonial. */
function pageOf(number: number) {
  const showsShared = number > 0 && number <= sharedBy
  const testimonials = [{_key: 'a', _type: 'reference', _ref: 'shared'}]
  return {
    _id: slugOf(number),
    _type: 'page',
    title: `Page ${number}`,
    slug: {_type: 'slug', current: slugOf(number)},
    summary: `What page ${number} is about.`,
    sections: showsShared ? [{_key: 's', _type: 'testimonialsSection', testimonials}] : [],
  }
}

async function build({folder}: Tree, env: NodeJS.ProcessEnv) {
  const began = performance.now()
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({input: stream}).on('line', (line) => lines.push(line))
  }
  const memory = watchMemory(child.pid ?? 0)
  const [code] = await once(child, 'close')
  const mebibytes = memory.stop() / 2 ** 20
  if (code !== 0) throw new Error(`The build failed:\n${lines.join('\n')}`)
  const made = lines.flatMap((line) => /Generating static pages.*\((\d+)\/\1\)/.exec(line)?.[1] ?? []).at(-1)
  return {
    buildSeconds: (performance.now() - began) / 1000,
    buildMebibytes: mebibytes,
    made: Number(made ?? 0),
  }
}

async function runSite(tree: Tree, env: NodeJS.ProcessEnv, url: string, lake: Lake, pages: number) {
  const {port} = new URL(url)
  const args = ['node_modules/next/dist/bin/next', 'start', '--hostname', 'localhost', '--port', port]
  const child = spawn(process.execPath, args, {cwd: tree.folder, env, stdio: 'ignore'})
  const gone = once(child, 'exit')
  try {
    await untilAnswered(`${url}/api/health/live`)
    const status = async (address: string) => (await fetch(`${url}/${address}`)).status
    const firstVisitStatus = await status(slugOf(pages - 1))
    const missingStatus = await status('nothing-is-here')
    for (let page = 0; page <= sharedBy; page++) await status(slugOf(page))
    const before = await quiet(url)
    for (let visit = 0; visit < visits; visit++) await status(slugOf(visit % (sharedBy + 1)))
    const visitRequests = (await countsOf(url)).requests - before.requests
    const client = clientOf(lake)
    const summary = () =>
      client
        .patch(slugOf(sharedBy + 1))
        .set({summary: 'Edited.'})
        .commit()
    await status(slugOf(sharedBy + 1))
    const quotation = () => client.patch('shared').set({quotation: 'As it is now.'}).commit()
    const edits = [
      {what: 'the summary of a page', shownBy: 1, ...(await costOf(url, summary))},
      {
        what: `a testimonial that ${sharedBy} pages show`,
        shownBy: sharedBy,
        ...(await costOf(url, quotation)),
      },
    ]
    return {firstVisitStatus, missingStatus, visitRequests, edits}
  } finally {
    child.kill('SIGTERM')
    await gone
  }
}

async function costOf(url: string, edit: () => Promise<unknown>): Promise<Counts> {
  const before = await quiet(url)
  await edit()
  await wait(quietMs / 2)
  const after = await quiet(url)
  return {
    pages: after.pages - before.pages,
    files: after.files - before.files,
    requests: after.requests - before.requests,
  }
}

/** The counts when nothing has been made for some time. */
async function quiet(url: string): Promise<Counts> {
  let last = await countsOf(url)
  for (let since = Date.now(); Date.now() < since + quietMs; ) {
    await wait(200)
    const now = await countsOf(url)
    if (isDeepStrictEqual(now, last)) continue
    last = now
    since = Date.now()
  }
  return last
}

async function countsOf(url: string): Promise<Counts> {
  const text = await (await fetch(`${url}/api/metrics`)).text()
  const sum = (name: string, labels = '.*') =>
    Array.from(text.matchAll(new RegExp(`^${name}{${labels}} (\\d+)$`, 'gm'))).reduce(
      (total, [, value]) => total + Number(value),
      0,
    )
  return {
    pages: sum('site_pages_made_total', 'kind="page"'),
    files: sum('site_pages_made_total', 'kind="file"'),
    requests: sum('site_content_queries_total'),
  }
}

async function untilAnswered(address: string): Promise<void> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await wait(100)) {
    try {
      if ((await fetch(address)).headers.has('x-request-id')) return
    } catch {
      // Not yet.
    }
  }
  throw new Error(`${address} does not answer.`)
}
