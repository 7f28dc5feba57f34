import {connect} from 'node:net'

/** What came back: the status, 0 when the connection was closed without one, and all bytes as text. */
export type Answered = {status: number; text: string; hasHung: boolean}

const patienceMs = 4_000

/** An answer longer than this is none that a stranger should get. Bytes. */
const mostRead = 16 * 1024 * 1024

/** Sends bytes as they are, and reads until the other side closes, or for four seconds. Never throws. */
export function sendRaw(port: number, bytes: Buffer): Promise<Answered> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    let length = 0
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    const finish = (hasHung: boolean) => {
      clearTimeout(timer)
      socket.destroy()
      const text = Buffer.concat(parts).toString('utf8')
      resolve({status: Number(/^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1] ?? 0), text, hasHung})
    }
    const timer = setTimeout(() => finish(true), patienceMs)
    socket.on('data', (part) => {
      parts.push(part)
      length += part.length
      if (length > mostRead) finish(false)
    })
    socket.once('error', () => finish(false))
    socket.once('close', () => finish(false))
  })
}
