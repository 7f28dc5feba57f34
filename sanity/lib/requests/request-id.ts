import {randomUUID} from 'node:crypto'
import type {IncomingMessage, ServerResponse} from 'node:http'
import {acceptableRequestId, enterRequest, requestIdHeader} from '#lib/request-context.ts'
import {isNeighbour} from '#lib/visitor-address.ts'

/**
 * Gives a request its id: that of the web server in front of the site, or one of its own. It goes back with the answer,
 * on to the lake, and into every line of the log that is written meanwhile.
 */
export function nameRequest({headers, socket}: IncomingMessage, response: ServerResponse): void {
  const given = isNeighbour(socket.remoteAddress) ? acceptableRequestId(headers[requestIdHeader]) : null
  const id = given ?? randomUUID()
  headers[requestIdHeader] = id
  response.setHeader('X-Request-Id', id)
  enterRequest(id)
}
