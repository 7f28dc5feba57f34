import type {ReactElement} from 'react'
import {ReviewMessage} from '#components/review/message.tsx'
import {Refused} from '#components/review/refused.tsx'
import {env} from '#lib/env.ts'
import {formRefusal} from '#lib/form-post.ts'
import {errorFields} from '#lib/log/error-fields.ts'
import {log} from '#lib/log/log.ts'
import {isOwnOrigin} from '#lib/own-origin.ts'
import type {Around} from '#sanity/sign-off/around.ts'
import {findReview, type Review} from '#sanity/sign-off/review.ts'
import {siteSignOff} from '#sanity/sign-off/site.ts'
import {tokenCookieOf} from './cookies.ts'
import {headOfReview} from './frame.ts'

/** What every review page says of itself: it is nobody else's, stays nowhere, and leads nowhere. */
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'private, no-store',
  // Not `no-referrer`, with which browsers send `Origin: null` along with a form: that is what strangers' pages send too.
  // A browser tells each file of a page where it came from, and the link would stand in the log of whatever is in front.
  'Referrer-Policy': 'strict-origin',
  'X-Robots-Tag': 'noindex, nofollow',
  'Content-Security-Policy': [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
}

/** The shortest time in which a link is refused, in milliseconds, so that the time says nothing about the reason. */
const refusalMs = 400

/**
 * A whole page, without script.
 * @param altered - makes something of its body that components do not know of
 */
export async function page(
  title: string,
  body: ReactElement,
  status = 200,
  altered: (html: string) => string = (html) => html,
): Promise<Response> {
  const [{renderToStaticMarkup}, head] = await Promise.all([import('react-dom/server'), headOfReview()])
  const start = renderToStaticMarkup(
    <>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex, nofollow" />
      <title>{title}</title>
    </>,
  )
  const html = `<!DOCTYPE html><html lang="en-GB"><head>${start}${head}</head><body>${altered(renderToStaticMarkup(body))}</body></html>`
  return new Response(html, {status, headers})
}

/** Leads on, so that a page can be loaded again without sending anything again. @param path - on this site */
export function leadOn(path: string, cookie?: string): Response {
  return new Response(null, {
    status: 303,
    headers: {...headers, Location: path, ...(cookie === undefined ? {} : {'Set-Cookie': cookie})},
  })
}

/** Does something for whoever holds a link, or says that the link does not work. */
export async function withReview(
  request: Request,
  requestId: string,
  answer: (review: Review, around: Around) => Promise<Response>,
): Promise<Response> {
  return inWords(async () => {
    const startedAt = Date.now()
    const around = await siteSignOff()
    const token = tokenCookieOf(request)
    const review = await findReview(token, requestId, around)
    return review === null ? refused(token, around, startedAt) : answer(review, around)
  })
}

/** As `withReview`, for what was sent by a form of this site. */
export async function withForm(
  request: Request,
  requestId: string,
  answer: (review: Review, form: FormData, around: Around) => Promise<Response>,
): Promise<Response> {
  return inWords(async () => {
    const refusal = refuseStrangers(request)
    if (refusal !== null) return refusal
    const form = await request.formData().catch(() => null)
    if (form === null) return plainly('This form cannot be read.', 400)
    return withReview(request, requestId, (review, around) => answer(review, form, around))
  })
}

/** The answer to what no form of this site sent; null for what one did. */
export function refuseStrangers({headers}: Request): Response | null {
  const refusal = formRefusal(headers, (origin) => isOwnOrigin(origin, env()))
  return refusal && plainly(refusal.reason, refusal.status)
}

/** A sentence for whoever did not come by a form of this site. */
export function plainly(words: string, status: number): Response {
  return new Response(words, {status, headers: {...headers, 'Content-Type': 'text/plain; charset=utf-8'}})
}

export async function refused(
  token: string,
  {trustName}: Around,
  startedAt: number,
  asked = false,
): Promise<Response> {
  const answer = await page(
    'This link does not work',
    <Refused trustName={trustName} token={token} asked={asked} />,
    asked ? 200 : 404,
  )
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, startedAt + refusalMs - Date.now())))
  return answer
}

/** A page that cannot be made says so. What went wrong is for the log, and names nobody. */
export async function inWords(make: () => Promise<Response>): Promise<Response> {
  try {
    return await make()
  } catch (error) {
    log.error('sign-off', 'A review page could not be made.', errorFields(error))
    const body = (
      <ReviewMessage trustName="" title="Sorry, this does not work at the moment">
        <p>Nothing was lost, and nothing was decided. Please try again in a few minutes.</p>
      </ReviewMessage>
    )
    return page('Not just now', body, 503).catch(() =>
      plainly('Sorry, this does not work at the moment. Please try again in a few minutes.', 503),
    )
  }
}
