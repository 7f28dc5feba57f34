import {headers} from 'next/headers'
import {env, isLoopback} from '#lib/env.ts'
import {readOutbox} from '#lib/mail/outbox.ts'
import {outboxPage, outboxPolicy} from '#lib/mail/outbox-page.ts'
import {visitorHeader} from '#sanity/lib/requests/visitor.ts'

/**
 * Shows letters that were not sent to whoever runs the site on their own machine: their names and words are
 * nobody else's business, so every other way to come here finds nothing (404).
 */
export async function GET(): Promise<Response> {
  const request = await headers()
  const {source, mail} = env()
  if (source.kind !== 'local' || mail.kind !== 'outbox' || !isFromThisMachine(request)) {
    return new Response('Not found', {status: 404})
  }
  return new Response(outboxPage(await readOutbox(mail.folder), mail.folder), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': outboxPolicy,
      'cache-control': 'no-store',
    },
  })
}

/** By the other end of the connection, and by the name that was asked for: a stranger's name may lead here. */
function isFromThisMachine(request: Headers): boolean {
  const host = request.get('host') ?? ''
  const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : ''
  return isLoopback(name.replace(/^\[|\]$/g, '')) && isLoopback(request.get(visitorHeader) ?? '')
}
