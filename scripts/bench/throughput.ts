import {execFile} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {get} from 'node:http'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {buffer} from 'node:stream/consumers'
import {setTimeout as wait} from 'node:timers/promises'
import {promisify} from 'node:util'
import {freePorts} from '../testing/free-ports.ts'
import {installPrograms, programPath} from '../testing/programs.ts'
import {prepareSeveralMachines} from '../testing/several-machines.ts'
import type {TestSite} from '../testing/test-site.ts'
import {variablesOf} from './machines.ts'
import {median} from './median.ts'

const page = '/working-with-us'
const visitors = 16
const seconds = 4
const rounds = 5

const run = promisify(execFile)

/** Requests a second for one page, as wrk counts them. @throws Error when one of them is not answered with a page */
async function requestsPerSecond(address: string): Promise<number> {
  const load = ['-t1', `-c${visitors}`, `-d${seconds}s`, '-H', 'Accept-Encoding: gzip']
  const {stdout} = await run(programPath('wrk'), [...load, address])
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]
  if (rate === undefined || /Non-2xx|Socket errors/.test(stdout)) throw new Error(`${address}:\n${stdout}`)
  return Number(rate)
}

/**
 * How many requests for a page that is kept the site answers in a second: by itself, and behind the configuration of
 * nginx in `deploy/`, against the same nginx with the same bytes in a file. In turns, so that each meets the machine as
 * the others do. A table.
 */
export async function measureThroughput(site: TestSite): Promise<string> {
  await installPrograms(['nginx', 'openssl', 'wrk'])
  const machines = await prepareSeveralMachines({
    root: path.resolve(site.folder),
    variables: variablesOf(site),
  })
  const folder = mkdtempSync(path.join(tmpdir(), 'school-trust-file-'))
  try {
    const one = await machines.startProcess(0)
    const sent = await bytesOf(`${one.url}${page}`)
    writeFileSync(path.join(folder, 'page'), sent)
    const port = await freePorts(2)
    await machines.startNginx(`${fileServer(folder, port)}\n${fileServer(folder, port + 1, keptOpen)}`)
    const addresses = [
      `https://127.0.0.1:${port}/page`,
      `https://127.0.0.1:${port + 1}/page`,
      `${one.url}${page}`,
      `${machines.url}${page}`,
    ] as const
    const rates = await inTurns(addresses)
    const [file = 1, keptOpenFile = 1, , behindNginx = 0] = rates
    const named = [
      'nginx, the same bytes from a file',
      'nginx, the same, and the file kept open',
      'the site by itself',
      'the site behind nginx as in `deploy/`',
    ]
    return [
      `| ${page}, ${Math.round(sent.length / 1024)} KiB, ${visitors} visitors at once | requests a second | of nginx’s |`,
      '|---|---:|---:|',
      ...rates.map(
        (rate, index) => `| ${named[index]} | ${Math.round(rate)} | ${(rate / file).toFixed(2)} |`,
      ),
      '',
      `Medians of ${rounds} rounds of ${seconds} seconds, in turns. The file comes with three header fields, the page with the site’s fifteen. nginx speaks HTTPS, and has one worker; the site by itself speaks HTTP.`,
      '',
      inWords(behindNginx / file, behindNginx / keptOpenFile),
    ].join('\n')
  } finally {
    await machines.remove()
    rmSync(folder, {recursive: true, force: true})
  }
}

async function inTurns(addresses: readonly string[]): Promise<number[]> {
  const rates = addresses.map((): number[] => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, address] of addresses.entries()) rates[index]?.push(await requestsPerSecond(address))
    await wait(200)
  }
  return rates.map(median)
}

/** What the site behind nginx is to reach of nginx with a file. */
const aim = 0.8

/** Which of the two files is the fair one to compare with, and what becomes of the rest. */
function inWords(ofFile: number, ofKeptOpen: number): string {
  const falls = ofKeptOpen < aim ? `falls short of ${aim}` : `reaches ${aim}`
  return `${ofFile.toFixed(2)} is against nginx as it comes, with nothing set, which opens the file for every visitor. The configuration in \`deploy/\` keeps the files of its pages open. Against nginx that does so for its file, too, it is ${ofKeptOpen.toFixed(2)}, which ${falls}. What a page costs more than that file, in three parts of about the same size: its header fields, which are a kilobyte more to write and to encrypt; that nginx looks for it among what it keeps and reads and parses its head again for every visitor; and what is decided for every request, which place and form of the page, whether somebody previews, and a number of its own.`
}

/** As the configuration in `deploy/` has it for the pages that it keeps. */
const keptOpen = 'open_file_cache max=1000 inactive=60s;'

/** As they go over the line, compressed. */
function bytesOf(address: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(address, {headers: {'accept-encoding': 'gzip'}}, (answer) =>
      buffer(answer).then(resolve, reject),
    ).once('error', reject)
  })
}

function fileServer(folder: string, port: number, more = ''): string {
  return `server {
  listen 127.0.0.1:${port} ssl http2;
  certificate;
  root ${folder};
  default_type text/html;
  add_header Content-Encoding gzip;
  ${more}
}`
}
