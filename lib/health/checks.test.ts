import {
  buildCheck,
  contentCheck,
  diskCheck,
  mailCheck,
  overallStatus,
  revalidationCheck,
  sharingCheck,
  signOffCheck,
} from './checks.ts'

const now = Date.parse('2026-11-29T12:00:00Z')
const last = {receivedAt: '2026-11-29T11:59:50Z', warmedAt: null, latePaths: [], hasFailed: false}
const revalidation = (found: Partial<typeof last> & {warmedAt?: null}) =>
  revalidationCheck({hasSecret: true, missed: 0, last: {...last, ...found}}, now)

it.each([
  ['content that is read', contentCheck(null), 'pass'],
  ['a refused token', contentCheck('refused'), 'fail'],
  ['a lake that is down', contentCheck('down'), 'fail'],
  ['no webhook secret', revalidationCheck({hasSecret: false, missed: 0, last: null}, now), 'warn'],
  ['changes that were missed', revalidationCheck({hasSecret: true, missed: 2, last: null}, now), 'warn'],
  ['no change yet', revalidationCheck({hasSecret: true, missed: 0, last: null}, now), 'pass'],
  ['a change under way', revalidation({}), 'pass'],
  ['a change that is stuck', revalidation({receivedAt: '2026-11-29T11:50:00Z'}), 'warn'],
  ['pages that failed', revalidation({hasFailed: true}), 'warn'],
  ['mail that is not set up', mailCheck({kind: 'none', last: null}), 'pass'],
  ['mail before the first letter', mailCheck({kind: 'smtp', last: null}), 'pass'],
  ['a letter that went off', mailCheck({kind: 'smtp', last: {isSent: true, reason: ''}}), 'pass'],
  ['a letter that did not', mailCheck({kind: 'smtp', last: {isSent: false, reason: 'ESOCKET'}}), 'warn'],
  ['one process', sharingCheck('alone'), 'pass'],
  ['processes that hear of each other', sharingCheck('connected'), 'pass'],
  ['processes that do not', sharingCheck('disconnected'), 'warn'],
  ['sign-off', signOffCheck({hasKey: true, hasToken: true}), 'pass'],
  ['sign-off without a key', signOffCheck({hasKey: false, hasToken: true}), 'warn'],
  ['sign-off without a token', signOffCheck({hasKey: true, hasToken: false}), 'warn'],
  ['an ample disk', diskCheck(50 * 1024 ** 3), 'pass'],
  ['a filling disk', diskCheck(900 * 1024 ** 2), 'warn'],
  ['a full disk', diskCheck(99 * 1024 ** 2), 'fail'],
  ['a disk that says nothing', diskCheck(null), 'warn'],
  ['the build that runs', buildCheck('a', 'a'), 'pass'],
  ['another build on the disk', buildCheck('a', 'b'), 'fail'],
  ['no build on the disk', buildCheck('a', null), 'fail'],
] as const)('%s: %o', (_what, {status, reason}, expected) => {
  expect(status).toBe(expected)
  expect(reason).toMatch(/^\p{Lu}.*\.$/u)
})

it('says how many pages are late, and no more of them', () => {
  const {status, reason} = revalidationCheck(
    {hasSecret: true, missed: 0, last: {...last, latePaths: ['/a', '/b'], warmedAt: '2026-11-29T11:59:59Z'}},
    now,
  )
  expect([status, reason]).toEqual(['warn', '2 pages of the last change were not made in time.'])
})

it('is as well as its worst part', () => {
  const [good, soon, bad] = [contentCheck(null), diskCheck(null), contentCheck('down')]
  expect(overallStatus([good])).toBe('pass')
  expect(overallStatus([good, soon])).toBe('warn')
  expect(overallStatus([soon, bad, good])).toBe('fail')
})
