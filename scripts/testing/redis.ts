import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {freePorts} from './free-ports.ts'
import {programPath} from './programs.ts'

export type RedisOfTest = {
  url: string
  port: number
  /** Lets it be there and not answer, until it is ended. */
  fallSilent: () => void
  end: () => Promise<void>
}

/**
 * A Redis of one test, on a free port of this machine, which keeps nothing on the disk.
 * @param password - without which it lets nobody in
 */
export async function startRedis(password?: string): Promise<RedisOfTest> {
  const port = await freePorts(1)
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '']
  const server = spawn(programPath('redis'), [...options, ...(password ? ['--requirepass', password] : [])], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(server, 'exit')
  const output: string[] = []
  for await (const line of createInterface({input: server.stdout})) {
    output.push(line)
    if (line.includes('Ready to accept connections')) break
  }
  if (server.exitCode !== null) throw new Error(`Redis ended:\n${output.join('\n')}`)
  server.stdout.resume()
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    fallSilent: () => void server.kill('SIGSTOP'),
    end: async () => {
      server.kill('SIGKILL')
      await ended
    },
  }
}
