import {execFileSync} from 'node:child_process'
import {cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {connect} from 'node:net'
import path from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {programPath} from './programs.ts'
import {type Started, startProgram} from './started.ts'

type Options = {
  /** The project, whose `deploy/nginx` it is. */
  root: string
  /** For its certificate, its cache and all else that it writes. Its server of port 80 listens in `http.sock` there. */
  folder: string
  httpsPort: number
  sitePorts: readonly [number, number]
  /** Where nginx asks itself for pages. */
  pagesPort: number
  /** Another server for it, in its own words, for which `certificate` stands in them. */
  besides?: string
  /** Where Debian would have it write down who asked for what; nowhere unless named, since it costs a little. */
  accessLog?: string
}

/** nginx with the configuration in `deploy/`, once it takes connections. */
export async function startNginx(options: Options): Promise<Started> {
  const {folder, httpsPort} = options
  const configuration = writeConfiguration(options)
  execFileSync(programPath('nginx'), ['-t', '-q', '-p', folder, '-c', configuration], {stdio: 'pipe'})
  const made = await startProgram([programPath('nginx'), '-p', folder, '-c', configuration], null)
  while (!(await takesConnections(httpsPort))) await wait(20)
  return made
}

/** Not by listening there in its place, which could be the very moment in which it wants to. */
function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

/** The files of `deploy/` with the ports of this test in them, and what Debian has around them. */
function writeConfiguration({
  root,
  folder,
  httpsPort,
  sitePorts,
  pagesPort,
  besides = '',
  accessLog = 'off',
}: Options): string {
  const certificate = makeCertificate(folder)
  const replaced: [from: string, to: string][] = [
    ['127.0.0.1:3001', `127.0.0.1:${sitePorts[0]}`],
    ['127.0.0.1:3002', `127.0.0.1:${sitePorts[1]}`],
    ['127.0.0.1:3080', `127.0.0.1:${pagesPort}`],
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
    return text.replaceAll(from, to)
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
  access_log ${accessLog};
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
