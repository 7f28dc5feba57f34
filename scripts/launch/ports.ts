import {createServer} from 'node:net'
import {systemErrorCode} from '#lib/system-error-code.ts'
import {LaunchProblem} from './problem.ts'

/** Ports that no browser opens and no `fetch` asks, as https://fetch.spec.whatwg.org/#port-blocking lists them. */
export const blockedPorts: ReadonlySet<number> = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
  526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
  3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
])

const highestPort = 65_535
const defaultPort = 3000

/**
 * Makes sure that a port can be listened on, and that browsers and this site itself can reach it there.
 * @param purpose what would listen there, e.g. `site`
 * @throws LaunchProblem that names the port and another way
 */
export async function requireUsablePort(host: string, port: number, purpose: string): Promise<void> {
  const otherPort = `on another port: npm start -- --port ${portBeside(port)}`
  if (port > highestPort) {
    throw new LaunchProblem(
      `There is no port ${port}, which the ${purpose} would need.\nStart here ${otherPort}`,
    )
  }
  if (blockedPorts.has(port)) {
    throw new LaunchProblem(
      `Browsers refuse port ${port}, which the ${purpose} needs, because other programs use it by custom.\n` +
        `Start here ${otherPort}`,
    )
  }
  const code = await tryPort(host, port)
  if (code === null) return
  if (code === 'EADDRINUSE') {
    throw new LaunchProblem(
      `Port ${port}, which the ${purpose} needs, is taken by another program.\n` +
        `Stop that program, or start here ${otherPort}`,
    )
  }
  if (code === 'EACCES') {
    throw new LaunchProblem(
      `This user may not listen on port ${port}, which the ${purpose} needs.\n` +
        'Choose a port above 1023, for instance: npm start -- --port 3000',
    )
  }
  throw new LaunchProblem(`The ${purpose} cannot listen on ${host}, port ${port} (${code}).`)
}

/** One a little higher that browsers open, as they do the two after it: the lake's and the Studio's own. */
function portBeside(port: number): number {
  for (let other = port + 10; other + 2 <= highestPort; other++) {
    if ([other, other + 1, other + 2].every((needed) => !blockedPorts.has(needed))) return other
  }
  return defaultPort
}

function tryPort(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(systemErrorCode(error) ?? error.message))
    server.listen({host, port, exclusive: true}, () => server.close(() => resolve(null)))
  })
}
