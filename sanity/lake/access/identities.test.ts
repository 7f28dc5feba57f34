import {bearerToken, createIdentities} from './identities.ts'
import type {SessionLookup} from './sessions.ts'
import {localEditor} from './users.ts'

const secrets = {
  readToken: 'r'.repeat(43),
  writeToken: 'w'.repeat(43),
  webhookSecret: 's',
  signOffKey: 'a key'.repeat(43),
}

function identitiesWith(session: SessionLookup) {
  const sessions = {find: () => session, issueCode: () => '', exchangeCode: () => null, end: () => {}}
  return createIdentities({secrets, sessions, people: [localEditor]})
}
const unknown = identitiesWith({state: 'unknown'})

test('tells the tokens and the editor apart', () => {
  expect(unknown.identify(null)).toEqual({kind: 'anonymous'})
  expect(unknown.identify(secrets.readToken)).toMatchObject({role: 'viewer'})
  expect(unknown.identify(secrets.writeToken)).toMatchObject({role: 'administrator'})
  const signedIn = identitiesWith({state: 'valid', userId: 'local-editor', expires: 0})
  expect(signedIn.identify('session')).toMatchObject({kind: 'user', userId: 'local-editor'})
})

test.each<[string, SessionLookup, string]>([
  ['unknown', {state: 'unknown'}, 'SIO-401-ANF'],
  ['expired', {state: 'expired'}, 'SIO-401-AEX'],
  ['of somebody who is gone', {state: 'valid', userId: 'gone', expires: 0}, 'SIO-401-ANF'],
])('a session that is %s is refused with the code that the Studio knows', (_what, session, errorCode) => {
  expect(() => identitiesWith(session).identify('token')).toThrow(
    expect.objectContaining({status: 401, body: expect.objectContaining({errorCode})}),
  )
})

test('the webhook secret is no token', () => {
  expect(() => unknown.identify(secrets.webhookSecret)).toThrow(expect.objectContaining({status: 401}))
})

test('reads the token from the header', () => {
  expect(bearerToken('Bearer abc')).toBe('abc')
  expect(bearerToken('bearer  abc')).toBe('abc')
  expect(bearerToken(undefined)).toBeNull()
  for (const header of ['Basic abc', 'Bearer', 'Bearer a b', 'abc']) {
    expect(() => bearerToken(header)).toThrow('Bearer <token>')
  }
})
