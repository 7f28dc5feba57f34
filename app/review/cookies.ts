import {env} from '#lib/env.ts'
import {isToken, newToken} from '#lib/sign-off/token.ts'

/** `review` carries the token of a link where its address is clean, `typed` the secret that opens what was typed. */
type CookieName = 'review' | 'typed'

/** For the pages of one request alone, out of reach of any script. */
function reviewCookie(name: CookieName, value: string, requestId: string): string {
  const secure = env().siteUrl.startsWith('https://') ? '; Secure' : ''
  return `${name}=${value}; Path=/review/${requestId}; HttpOnly; SameSite=Lax${secure}`
}

export function tokenCookie(token: string, requestId: string): string {
  return reviewCookie('review', token, requestId)
}

/** The token that a request brought; empty when it brought none. */
export function tokenCookieOf(request: Request): string {
  return cookieOf(request, 'review')
}

/** A secret for what a browser has just typed. */
export const newTypedSecret = newToken

export function typedCookie(secret: string, requestId: string): string {
  return reviewCookie('typed', secret, requestId)
}

/** The secret that a request brought; empty when it brought none. */
export function typedCookieOf(request: Request): string {
  return cookieOf(request, 'typed')
}

function cookieOf(request: Request, name: CookieName): string {
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/)
  const value = cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
  return isToken(value) ? value : ''
}
