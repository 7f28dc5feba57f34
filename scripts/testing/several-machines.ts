import {type ChildProcess, execFileSync, spawn} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {rm} from 'node:fs/promises'
import {connect} from 'node:net'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {createInterface} from 'node:readline'
import {setTimeout as wait} from 'node:timers/promises'
import {assembleRelease} from '../release/assemble.ts'
import {freePorts} from './free-ports.ts'
import {programPath} from './programs.ts'
import {readUnit} from './unit-file.ts'

/** A program of this test, which can be ended and started again. */
export type Started = {
  /** Resolves with the exit code, or the name of the signal that ended it. */
  end: (signal?: NodeJS.Signals) => Promise<string>
  /** Without an end: for a Redis that is there and does not answer. */
  signal: (signal: NodeJS.Signals) => void
  output: () => string[]
}

export type SiteProcess = Started & {url: string}

export type SeveralMachines = {
  /** Of nginx, which speaks HTTPS with a certificate that nobody has signed. */
  url: string
  startProcess: (number: 0 | 1, variables?: {[name: string]: string}) => Promise<SiteProcess>
  startRedis: () => Promise<Started>
  /** @param besides - another server for it, in its own words, for which `certificate` stands in them */
  startNginx: (besides?: string) => Promise<Started>
  redisUrl: string
  /** Ends everything that has been started, and leaves nothing behind. */
  remove: () => Promise<void>
}

type Options = {
  /** The project, with the site built in it. */
  root: string
  /** Tokens, and where the lake is: what /etc/school-trust/site.env would hold. */
  variables: {[name: string]: string}
}

const started = 'Ready in'

/**
 * Puts a release of the built site together, and lets two processes of it be started as the unit of systemd in `deploy/`
 * says, a Redis, and nginx with the configuration in `deploy/`, all on free ports of this machine.
 */
export async function prepareSeveralMachines({root, variables}: Options): Promise<SeveralMachines> {
  const folder = mkdtempSync(path.join(tmpdir(), 'school-trust-machines-'))
  const release = path.join(folder, 'release')
  assembleRelease({root, folder: release})
  const port = await freePorts(4)
  const [redisPort, httpsPort, sitePorts] = [port, port + 1, [port + 2, port + 3]] as const
  const running = new Set<Started>()
  const start = async (...program: Parameters<typeof startProgram>) => {
    const made = await startProgram(...program)
    running.add(made)
    return made
  }

  return {
    url: `https://localhost:${httpsPort}`,
    redisUrl: `redis://127.0.0.1:${redisPort}`,
    startProcess: async (number, more = {}) => {
      const sitePort = sitePorts[number]
      const {before, environment, ...unit} = readUnit(
        path.join(root, 'deploy/systemd/school-trust@.service'),
        {'%i': String(sitePort), '%S': folder, '/srv/school-trust/current': release},
      )
      mkdirSync(path.join(folder, 'school-trust', String(sitePort)), {recursive: true})
      const [prepare = '', ...withRelease] = before
      execFileSync(prepare, withRelease)
      const env = {PATH: process.env.PATH, ...environment, ...variables, ...more}
      const made = await start(unit.start, started, env)
      return {...made, url: `http://127.0.0.1:${sitePort}`}
    },
    // It keeps nothing on a disk: one that starts again knows nothing.
    startRedis: () =>
      start(
        [programPath('redis'), '--port', String(redisPort), '--bind', '127.0.0.1', '--save', ''],
        'Ready to accept connections',
      ),
    startNginx: async (besides = '') => {
      const configuration = writeNginxConfiguration({root, folder, httpsPort, sitePorts, besides})
      execFileSync(programPath('nginx'), ['-t', '-q', '-p', folder, '-c', configuration], {stdio: 'pipe'})
      const made = await start([programPath('nginx'), '-p', folder, '-c', configuration], null)
      while (!(await takesConnections(httpsPort))) await wait(20)
      return made
    },
    remove: async () => {
      // Not SIGKILL: nginx would leave its workers behind.
      await Promise.all(Array.from(running, (program) => program.end()))
      await rm(folder, {recursive: true, force: true})
    },
  }
}

/** @param ready - words of the line that says so; null for a program that says nothing */
async function startProgram(
  [command = '', ...args]: string[],
  ready: string | null,
  variables: {[name: string]: string | undefined} = process.env,
): Promise<Started> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {...variables, NODE_ENV: 'production'},
  })
  const output: string[] = []
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? String(code)))
    child.once('error', (error) => resolve(error.message))
  })
  await Promise.race([
    untilSaid(child, output, ready),
    ended.then((how) => {
      throw new Error(`${command} ended (${how}):\n${output.join('\n')}`)
    }),
  ])
  return {
    output: () => [...output],
    signal: (signal) => void child.kill(signal),
    end: (signal = 'SIGTERM') => {
      child.kill(signal)
      // A process that was stopped takes no other signal before it goes on.
      child.kill('SIGCONT')
      return ended
    },
  }
}

/** Not by listening there in its place, which could be the very moment in which it wants to. */
function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

function untilSaid(child: ChildProcess, output: string[], ready: string | null): Promise<void> {
  return new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue
      createInterface({input: stream}).on('line', (line) => {
        output.push(line)
        if (ready !== null && line.includes(ready)) resolve()
      })
    }
    if (ready === null) resolve()
  })
}

/** The files of `deploy/` with the ports of this test in them, and what Debian has around them. */
function writeNginxConfiguration({
  root,
  folder,
  httpsPort,
  sitePorts,
  besides,
}: {
  root: string
  folder: string
  httpsPort: number
  sitePorts: readonly [number, number]
  besides: string
}): string {
  const certificate = makeCertificate(folder)
  const replaced: [from: string, to: string][] = [
    ['127.0.0.1:3001', `127.0.0.1:${sitePorts[0]}`],
    ['127.0.0.1:3002', `127.0.0.1:${sitePorts[1]}`],
    ['listen 80;', `listen unix:${folder}/http.sock;`],
    ['listen [::]:80;', ''],
    ['listen 443 ssl http2;', `listen 127.0.0.1:${httpsPort} ssl http2;`],
    ['listen [::]:443 ssl http2;', ''],
    ['/var/cache/nginx/school_trust', path.join(folder, 'nginx-cache')],
    ['/etc/letsencrypt/live/www.example.org/fullchain.pem', certificate.file],
    ['/etc/letsencrypt/live/www.example.org/privkey.pem', certificate.key],
  ]
  const shipped = readFileSync(path.join(root, 'deploy/nginx/school-trust.conf'), 'utf8')
  const made = replaced.reduce((text, [from, to]) => {
    if (!text.includes(from))
      throw new Error(`deploy/nginx/school-trust.conf does not say “${from}” any more.`)
    return text.replace(from, to)
  }, shipped)
  mkdirSync(path.join(folder, 'snippets'), {recursive: true})
  cpSync(
    path.join(root, 'deploy/nginx/school-trust-locations.conf'),
    path.join(folder, 'snippets/school-trust-locations.conf'),
  )
  writeFileSync(path.join(folder, 'site.conf'), made)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `  ${name}_temp_path ${folder}/${name};`)
    .join('\n')
  const around = path.join(folder, 'nginx.conf')
  writeFileSync(
    around,
    `daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${folder}/nginx.pid;
error_log stderr warn;
events {}
http {
  access_log off;
${temporary}
  include site.conf;
${besides.replaceAll('certificate;', `ssl_certificate ${certificate.file}; ssl_certificate_key ${certificate.key};`)}
}
`,
  )
  return around
}

function makeCertificate(folder: string): {file: string; key: string} {
  const [file, key] = [path.join(folder, 'certificate.pem'), path.join(folder, 'key.pem')]
  const args = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-days',
    '1',
  ]
  execFileSync(programPath('openssl'), [...args, '-subj', '/CN=localhost', '-keyout', key, '-out', file], {
    stdio: 'pipe',
  })
  return {file, key}
}
