import http from 'node:http'
import https from 'node:https'
import {type LinkAnswer, refusesPrograms} from '#lib/link-checks.ts'
import {systemErrorCode} from '#lib/system-error-code.ts'
import {lookUpPublic, requirePublicHost} from './public-network.ts'

export type Asking = {
  /** Says who asks. */
  userAgent: string
  /** Milliseconds that a server has for one answer. */
  timeLimit: number
  /** Asks addresses of this machine and of private networks too, which nobody outside can open. */
  allowPrivate?: boolean
}

/** Redirects after which nobody follows any more; browsers give up after 20. */
const mostRedirects = 10

/** An answer without its body. */
type Answer = {status: number; location: string | undefined}

/** Asks for an address as little as it takes to know whether visitors arrive, and follows redirects to their end. */
export async function askAddress(address: string, asking: Asking): Promise<LinkAnswer> {
  const passed = new Set<string>()
  let url = new URL(address)
  let permanent = true
  try {
    for (;;) {
      const {status, location} = await askOnce(url, asking)
      passed.add(url.href)
      const next = isRedirect(status) && location !== undefined ? nextAddress(location, url) : null
      if (next === null) return outcomeOf(status, url, permanent, passed.size > 1)
      permanent &&= status === 301 || status === 308
      if (passed.has(next.href) || passed.size > mostRedirects) return {outcome: 'fails', status}
      url = next
    }
  } catch (error) {
    return {outcome: isTimeout(error) ? 'timed-out' : 'unreachable'}
  }
}

const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status)

/** Null for what nobody can be led to. What follows a “#” is the browser’s matter and no other address. */
function nextAddress(location: string, from: URL): URL | null {
  if (!URL.canParse(location, from)) return null
  const next = new URL(location, from)
  next.hash = ''
  return ['http:', 'https:'].includes(next.protocol) ? next : null
}

function outcomeOf(status: number, end: URL, permanent: boolean, isElsewhere: boolean): LinkAnswer {
  if (refusesPrograms(status)) return {outcome: 'refuses', status}
  if (status >= 300) return {outcome: 'fails', status}
  return isElsewhere
    ? {outcome: 'redirects', status, leadsTo: end.href, permanent}
    : {outcome: 'works', status}
}

/** Many servers answer HEAD badly that answer GET well: an error is believed of the latter alone. */
async function askOnce(url: URL, asking: Asking): Promise<Answer> {
  const answer = await send('HEAD', url, asking).catch((error: unknown) => {
    if (isTimeout(error)) throw error
    return null
  })
  return answer === null || answer.status >= 400 ? send('GET', url, asking) : answer
}

/** Sends a request and hangs up as soon as the head of the answer is there, so that no body is downloaded. */
function send(
  method: 'HEAD' | 'GET',
  url: URL,
  {userAgent, timeLimit, allowPrivate}: Asking,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (!allowPrivate) requirePublicHost(url)
    const {request} = url.protocol === 'https:' ? https : http
    const options = {
      method,
      agent: false,
      headers: {'user-agent': userAgent, accept: '*/*'},
      signal: AbortSignal.timeout(timeLimit),
      ...(allowPrivate ? {} : {lookup: lookUpPublic}),
    }
    const asked = request(url, options, (response) => {
      resolve({status: response.statusCode ?? 0, location: response.headers.location})
      asked.destroy()
    })
    asked.once('error', reject)
    asked.end()
  })
}

/** Whether the time was up, or no connection came about in the time of the operating system. */
function isTimeout(error: unknown): boolean {
  return ['ABORT_ERR', 'ETIMEDOUT'].includes(systemErrorCode(error) ?? '')
}
