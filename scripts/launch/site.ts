import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {type Part, startPart} from './processes.ts'

export type SiteOptions = {
  root: string
  environment: NodeJS.ProcessEnv
  host: string
  port: number
  /** With hot reload, and everything that it prints on the terminal. */
  dev: boolean
}

/**
 * A web server or a client that reuses a connection must be the one that closes it: with the five seconds of Node.js a
 * request now and then meets a connection that is just being closed, and what writes is not sent again.
 */
const keepAlive = ['--keepAliveTimeout', '65000']

/** Starts the site, built or with hot reload, and waits until it answers. */
export function startSite({root, environment, host, port, dev}: SiteOptions): Promise<Part> {
  return startPart({
    name: 'site',
    script: path.join(root, 'node_modules/next/dist/bin/next'),
    args: [...(dev ? ['dev'] : ['start', ...keepAlive]), '--hostname', nameOf(host), '--port', String(port)],
    environment: withNodeOptions(root, environment),
    isReady: (line) => line.includes('Ready in'),
    showOutput: dev,
  })
}

/**
 * Next.js calls 127.0.0.1 by the name localhost inside, and takes a rewrite of proxy.ts for one to another server when
 * it was told the number.
 */
function nameOf(host: string): string {
  return host === '127.0.0.1' ? 'localhost' : host
}

function withNodeOptions(root: string, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const options = [
    environment.NODE_OPTIONS,
    // Makes the name localhost mean 127.0.0.1.
    '--dns-result-order=ipv4first',
    // Next.js passes requests on with `url.parse()`, and Node warns of that whoever can change it or not.
    '--disable-warning=DEP0169',
    `--import=${pathToFileURL(path.join(root, 'sanity/lib/requests/keep-early-requests.mjs'))}`,
  ]
  return {...environment, NODE_OPTIONS: options.filter(Boolean).join(' ')}
}

/** Starts the Studio's own server with hot reload, for `npm run dev`. */
export function startStudioServer({root, environment, host, port}: Omit<SiteOptions, 'dev'>): Promise<Part> {
  return startPart({
    name: 'studio',
    script: path.join(root, 'node_modules/sanity/bin/sanity'),
    args: ['dev', '--host', host, '--port', String(port)],
    environment,
    isReady: (line) => line.includes('running at'),
    showOutput: true,
  })
}
