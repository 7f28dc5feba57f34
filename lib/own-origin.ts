import {type Environment, isLoopback} from './env.ts'

/**
 * Whether an origin, as browsers name it, is this site's. On the embedded Content Lake the site answers to every
 * name of this machine.
 */
export function isOwnOrigin(origin: string, {siteUrl, source, port}: Environment): boolean {
  if (origin === siteUrl) return true
  const url = source.kind === 'local' && URL.canParse(origin) ? new URL(origin) : null
  return (
    url?.protocol === 'http:' && isLoopback(url.hostname.replace(/^\[|\]$/g, '')) && url.port === String(port)
  )
}
