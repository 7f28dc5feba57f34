import {plainError} from '../errors.ts'
import type {LakeAnswer, LakeRequest} from '../http/exchange.ts'
import {type Route, route} from '../http/router.ts'
import type {Identities} from './identities.ts'
import type {OriginPolicy} from './origins.ts'
import {requireUser} from './permissions.ts'
import type {Sessions} from './sessions.ts'
import type {LakeUser} from './users.ts'

export type LoginOptions = {
  /** Where browsers reach the lake, e.g. `http://localhost:3000/lake`. */
  publicUrl: string
  /** Who signs in without being asked. */
  editor: LakeUser
  identities: Identities
  sessions: Sessions
  origins: OriginPolicy
}

/**
 * Signing in as the Studio does it with `loginMethod: 'token'`: one provider, whose address sends the browser
 * back to the Studio with a code in the fragment, which the Studio exchanges for a token. There is no password,
 * because the lake answers only the site's own pages on the machine of the person who runs it.
 */
export function loginRoutes(options: LoginOptions): Route[] {
  const {publicUrl, editor, sessions} = options
  const provider = {name: 'local', title: editor.name, url: `${publicUrl}/v1/auth/login/${editor.id}`}
  return [
    route('GET', '/auth/providers', () => ({
      json: {providers: [provider], thirdPartyLogin: true, sso: {saml: false}},
    })),
    route('GET', '/auth/login/:user', (request) => sendToStudio(options, request)),
    route('GET', '/auth/fetch', (request) => {
      const token = sessions.exchangeCode(request.query.get('sid') ?? '')
      if (token === null)
        throw plainError(401, 'Unauthorized', 'This sign-in code is used or too old. Sign in again.')
      return {headers: {'cache-control': 'no-store'}, json: {token}}
    }),
    route('GET', '/auth/id', (request) => {
      const {userId} = requireUser(request.identity)
      const session = request.token === null ? null : sessions.find(request.token)
      return {json: {id: userId, expiry: session?.state === 'valid' ? session.expires : null}}
    }),
    route('POST', '/auth/logout', (request) => {
      if (request.token !== null) sessions.end(request.token)
      return {status: 204, body: null}
    }),
  ]
}

function sendToStudio({identities, sessions, origins}: LoginOptions, request: LakeRequest): LakeAnswer {
  const user = identities.user(request.parameter('user'))
  if (!user || user.isRobot) throw plainError(404, 'Not Found', 'Nobody of this name signs in here')
  const studio = parseAddress(request.query.get('origin'))
  if (!studio || !origins.isAllowed(studio.origin)) {
    throw plainError(403, 'Forbidden', 'Signing in leads back to the site itself and to no other address')
  }
  studio.hash = `sid=${sessions.issueCode(user.id)}`
  return {
    status: 302,
    headers: {location: studio.href, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer'},
    body: null,
  }
}

function parseAddress(address: string | null): URL | null {
  return address !== null && URL.canParse(address) ? new URL(address) : null
}
