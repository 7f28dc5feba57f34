import {createServer} from 'node:net'
import {systemErrorCode} from '#lib/system-error-code.ts'
import {LaunchProblem} from './problem.ts'

/**
 * Makes sure that a port can be listened on.
 * @param purpose what would listen there, e.g. `site`
 * @throws LaunchProblem that names the port and another way
 */
export async function requireFreePort(host: string, port: number, purpose: string): Promise<void> {
  const code = await tryPort(host, port)
  if (code === null) return
  if (code === 'EADDRINUSE') {
    throw new LaunchProblem(
      `Port ${port}, which the ${purpose} needs, is taken by another program.\n` +
        `Stop that program, or start here on another port: npm start -- --port ${port + 10}`,
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

function tryPort(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(systemErrorCode(error) ?? error.message))
    server.listen({host, port, exclusive: true}, () => server.close(() => resolve(null)))
  })
}
