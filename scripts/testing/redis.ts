import {freePorts} from './free-ports.ts'
import {programPath} from './programs.ts'
import {startProgram} from './started.ts'

export type RedisOfTest = {
  url: string
  port: number
  /** Lets it be there and not answer, until it is ended. */
  fallSilent: () => void
  end: () => Promise<void>
}

/** How a Redis is started that keeps nothing on the disk, and what it says when it is there. */
export const redisProgram = (port: number): [command: string[], ready: string] => [
  [programPath('redis'), '--port', String(port), '--bind', '127.0.0.1', '--save', ''],
  'Ready to accept connections',
]

/**
 * A Redis of one test, on a free port of this machine, which keeps nothing on the disk.
 * @param password - without which it lets nobody in
 */
export async function startRedis(password?: string): Promise<RedisOfTest> {
  const port = await freePorts(1)
  const [command, ready] = redisProgram(port)
  const server = await startProgram(
    password === undefined ? command : [...command, '--requirepass', password],
    ready,
  )
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    fallSilent: () => server.signal('SIGSTOP'),
    end: async () => {
      await server.end('SIGKILL')
    },
  }
}
