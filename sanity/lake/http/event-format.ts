import type {StreamEvent} from './exchange.ts'

/** https://html.spec.whatwg.org/multipage/server-sent-events.html. JSON holds no line breaks of its own. */
export function formatEvent({event, data, id}: StreamEvent): string {
  return `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`
}
