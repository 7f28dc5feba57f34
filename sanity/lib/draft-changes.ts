import {contentClient} from './client.ts'
import {leaving} from './requests/leaving.ts'

/** Keeps proxies from closing a silent stream; they commonly wait 30 seconds. */
const heartbeatMs = 15_000

/**
 * A stream of server-sent events, one `change` whenever anything that a draft may show has changed, and one at the
 * beginning and after each gap, so that nothing is missed. It says that something changed, never what. The lake is
 * listened to with the site's own token, so that a preview needs none in the browser.
 * @param signal ends the stream when the reader has gone
 */
export function draftChanges(signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let leave = () => {}
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      // The browser opens the stream again by itself, with another process of the site if this one is leaving.
      const end = () => {
        leave()
        controller.close()
      }
      const heartbeat = setInterval(() => send(': still here\n\n'), heartbeatMs)
      const events = contentClient().live.events({includeDrafts: true, tag: 'preview'})
      const subscription = events.subscribe({
        next: ({type}) => {
          if (type === 'message' || type === 'welcome' || type === 'restart')
            send('event: change\ndata: \n\n')
        },
        error: () => end(),
      })
      leave = () => {
        clearInterval(heartbeat)
        subscription.unsubscribe()
        leaving().signal.removeEventListener('abort', end)
      }
      signal.addEventListener('abort', () => leave(), {once: true})
      leaving().signal.addEventListener('abort', end, {once: true})
    },
    cancel: () => leave(),
  })
}
