import type {ServerResponse} from 'node:http'

const sent = new WeakMap<ServerResponse, number>()

/** Remembers what was sent in the place of what Next.js wanted to send, and sets once more when all is sent. */
export function noteSentStatus(response: ServerResponse, status: number): void {
  sent.set(response, status)
}

/** The status that whoever asked was answered with. */
export function sentStatus(response: ServerResponse): number {
  return sent.get(response) ?? response.statusCode
}
