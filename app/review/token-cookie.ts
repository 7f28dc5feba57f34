import {env} from '#lib/env.ts'
import {isToken} from '#lib/sign-off/token.ts'

const name = 'review'

/** Carries a token where its address is clean: for the pages of one request alone, out of reach of any script. */
export function tokenCookie(token: string, requestId: string): string {
  const secure = env().siteUrl.startsWith('https://') ? '; Secure' : ''
  return `${name}=${token}; Path=/review/${requestId}; HttpOnly; SameSite=Lax${secure}`
}

/** The token that a request brought; empty when it brought none. */
export function tokenCookieOf(request: Request): string {
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/)
  const value = cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
  return isToken(value) ? value : ''
}
