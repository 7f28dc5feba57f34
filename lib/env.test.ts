import {readFileSync} from 'node:fs'
import {
  EnvironmentError,
  misspelledVariables,
  parseEnvironment,
  type Variables,
  variableNames,
} from './env.ts'

function problemsOf(variables: Variables): string[] {
  try {
    parseEnvironment(variables)
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems
    throw error
  }
  return []
}

const hosted = {SANITY_PROJECT_ID: 'ab12cd34', SANITY_API_READ_TOKEN: 'read'}

describe('without a Sanity project id', () => {
  it('runs on the embedded lake, on loopback, beside the port of the site', () => {
    const environment = parseEnvironment({PORT: '4000'})
    expect(environment.source).toEqual({
      kind: 'local',
      projectId: 'local',
      dataset: 'production',
      lakeUrl: 'http://127.0.0.1:4001',
    })
    expect(environment).toMatchObject({host: '127.0.0.1', siteUrl: 'http://localhost:4000', indexable: false})
  })

  it.each(['0.0.0.0', '192.168.1.4', '::', 'example.org', '127.example.org'])(
    'refuses to listen on %s and says why',
    (HOST) => {
      expect(problemsOf({HOST})).toEqual([expect.stringMatching(/HOST is .*this machine only/)])
    },
  )

  it.each(['localhost', '127.0.0.1', '127.0.0.2', '::1'])('may listen on %s', (HOST) => {
    expect(problemsOf({HOST})).toEqual([])
  })

  it.each([
    'http://lake.example.org:3001',
    'http://127.0.0.1',
    'http://127.0.0.1:3001/lake',
    'ftp://127.0.0.1:3001',
    'nowhere',
  ])('refuses a lake at %s', (LAKE_URL) => {
    expect(problemsOf({LAKE_URL})).toEqual([
      expect.stringMatching(`LAKE_URL is “${LAKE_URL}”.*leave LAKE_URL out`),
    ])
  })

  it.each([
    'redis://127.0.0.1:6379',
    'rediss://site:secret@redis.example.org',
    'redis://:50%25secret@redis.example.org:6380/2',
  ])('shares through the Redis at %s', (REDIS_URL) =>
    expect(parseEnvironment({REDIS_URL}).redisUrl).toBe(REDIS_URL),
  )

  it.each(['127.0.0.1:6379', 'http://127.0.0.1:6379', 'redis:secret'])(
    'refuses the Redis %s, and repeats nothing of it',
    (REDIS_URL) => {
      const problems = problemsOf({REDIS_URL})
      expect(problems).toEqual([expect.stringContaining('REDIS_URL')])
      expect(problems.join()).not.toMatch(/secret|http/)
    },
  )

  it.each([
    ['redis://:secret%ss@redis.example.org', 'write %25'],
    ['redis://se%cret:word@redis.example.org', 'write %25'],
    ['redis://site:secret#1@redis.example.org', 'special sign'],
    ['redis://site:12#secret@redis.example.org', 'special sign'],
    ['redis://site:12?secret@redis.example.org', 'special sign'],
    ['redis://site:12/secret@redis.example.org', 'number of a database'],
    ['redis://redis.example.org/secret', 'number of a database'],
    ['redis://redis.example.org/-1', 'number of a database'],
  ])('says what is wrong in the address %s of a Redis, and repeats nothing of it', (REDIS_URL, words) => {
    const problems = problemsOf({REDIS_URL})
    expect(problems).toEqual([expect.stringContaining(words)])
    expect(problems.join()).toContain('REDIS_URL')
    expect(problems.join()).not.toContain('secret')
  })

  it('refuses a dataset that has no project', () => {
    expect(problemsOf({SANITY_DATASET: 'staging'})).toEqual([expect.stringContaining('SANITY_DATASET')])
  })
})

describe('with a Sanity project id', () => {
  it('runs on the hosted Content Lake and may listen anywhere', () => {
    const environment = parseEnvironment({...hosted, SANITY_DATASET: 'staging', HOST: '0.0.0.0'})
    expect(environment.source).toEqual({kind: 'hosted', projectId: 'ab12cd34', dataset: 'staging'})
  })

  it('needs a token that reads', () => {
    expect(problemsOf({SANITY_PROJECT_ID: 'ab12cd34'})).toEqual([
      expect.stringContaining('SANITY_API_READ_TOKEN is missing'),
    ])
  })

  it('needs none for a command that only writes', () => {
    const {readToken} = parseEnvironment({SANITY_PROJECT_ID: 'ab12cd34'}, {readToken: false})
    expect(readToken).toBeNull()
  })
})

it.each([
  ['PORT', 'eighty'],
  ['PORT', '0'],
  ['PORT', '65535'],
  ['PORT', '3000.5'],
  ['SITE_URL', 'www.example.org'],
  ['SITE_URL', 'ftp://example.org'],
  ['SITE_URL', 'https://example.org/path'],
  ['SITE_ENVIRONMENT', 'live'],
  ['SANITY_PROJECT_ID', 'Not An Id'],
  ['SANITY_DATASET', 'Some Thing'],
])('names %s when it is “%s”', (name, value) => {
  expect(problemsOf({...hosted, [name]: value})).toEqual([expect.stringContaining(`${name} is “${value}”`)])
})

describe('mail', () => {
  const server = 'smtps://user:s3cret@mail.trust.example'

  it('goes into a folder on the embedded lake, as long as no server is named', () => {
    expect(parseEnvironment({DATA_FOLDER: '/data'}).mail).toMatchObject({
      kind: 'outbox',
      folder: '/data/outbox',
    })
    const named = parseEnvironment({MAIL_FROM: 'A Trust <a@trust.example>'})
    expect(named.mail).toMatchObject({kind: 'outbox', from: {name: 'A Trust', address: 'a@trust.example'}})
  })

  it('goes nowhere with a hosted project, as long as no server is named', () => {
    expect(parseEnvironment(hosted).mail).toEqual({kind: 'none'})
  })

  it.each([
    ['the embedded lake', {}],
    ['a hosted project', hosted],
  ])('goes to the server that is named, with %s', (_where, others) => {
    expect(parseEnvironment({...others, SMTP_URL: server, MAIL_FROM: 'a@trust.example'}).mail).toEqual({
      kind: 'smtp',
      url: server,
      from: {name: null, address: 'a@trust.example'},
    })
  })

  it.each([
    [{SMTP_URL: server}, 'SMTP_URL is set without MAIL_FROM'],
    [{...hosted, MAIL_FROM: 'a@trust.example'}, 'MAIL_FROM is set without SMTP_URL'],
    [{SMTP_URL: server, MAIL_FROM: 'The office'}, 'MAIL_FROM is “The office”'],
    [{SMTP_URL: 'mail.trust.example:s3cret', MAIL_FROM: 'a@trust.example'}, 'SMTP_URL is not'],
    [{SMTP_URL: 'https://user:s3cret@trust.example', MAIL_FROM: 'a@trust.example'}, 'SMTP_URL is not'],
    [{SMTP_URL: 'smtp://', MAIL_FROM: 'a@trust.example'}, 'SMTP_URL is not'],
  ])('says what is wrong with %j, and repeats no password', (variables, words) => {
    const problems = problemsOf(variables)
    expect(problems).toEqual([expect.stringContaining(words)])
    expect(problems.join()).not.toContain('s3cret')
  })
})

it('tells every mistake at once', () => {
  expect(problemsOf({PORT: 'x', SITE_URL: 'y', HOST: '0.0.0.0'})).toHaveLength(3)
})

it('takes a blank variable for one that is not set', () => {
  expect(parseEnvironment({PORT: ' ', SANITY_PROJECT_ID: ''}).source.kind).toBe('local')
})

/** The names that are asked for. */
function namesRead(values: Variables): string[] {
  const names: string[] = []
  const variables = new Proxy(values, {
    get: (target, name) => {
      names.push(String(name))
      return target[String(name)]
    },
  })
  parseEnvironment(variables)
  return names
}

it('lists every variable that it reads', () => {
  expect([...new Set([...namesRead({}), ...namesRead(hosted)])].sort()).toEqual([...variableNames].sort())
})

it('documents every variable in .env.example but the one between the parts, and no other', () => {
  const documented = readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z][A-Z_]+)=/gm)
  const expected = variableNames.filter((name) => name !== 'STUDIO_DEV_URL')
  expect(Array.from(documented, ([, name]) => name).sort()).toEqual(expected.sort())
})

it('takes all that the example proposes', () => {
  const proposed = readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z][A-Z_]+)=(.+)$/gm)
  const variables = Object.fromEntries(Array.from(proposed, ([, name, value]) => [name, value]))
  expect(problemsOf({...variables, SANITY_API_READ_TOKEN: 'read'})).toEqual([])
})

it.each([
  ['SANITY_PROJECTID', 'SANITY_PROJECT_ID'],
  ['NEXT_PUBLIC_SANITY_PROJECT_ID', 'SANITY_PROJECT_ID'],
  ['SANITY_STUDIO_PROJECT_ID', 'SANITY_PROJECT_ID'],
  ['SANITY_API_DATASET', 'SANITY_DATASET'],
  ['SITEURL', 'SITE_URL'],
])('says that %s may be meant for %s', (written, meant) => {
  expect(misspelledVariables({[written]: 'x'})).toEqual([
    `${written} is set, but nothing reads it. If it is for this site, call it ${meant}.`,
  ])
  expect(misspelledVariables({[written]: 'x', [meant]: 'y'})).toEqual([])
})

it('says nothing of what it reads, nor of what belongs to others', () => {
  const others = ['SANITY_AUTH_TOKEN', 'SANITY_INTERNAL_ENV', 'PATH', 'HOSTNAME', 'npm_package_name']
  const variables = Object.fromEntries([...variableNames, ...others].map((name) => [name, 'x']))
  expect(misspelledVariables(variables)).toEqual([])
})

it('wants a token for the metrics that nobody guesses, and repeats none', () => {
  expect(problemsOf({METRICS_TOKEN: 'guess-me'})).toEqual([
    expect.stringContaining('METRICS_TOKEN is too short'),
  ])
  expect(problemsOf({METRICS_TOKEN: 'guess-me'}).join()).not.toContain('guess-me')
  const token = 'a-token-of-this-test-only'
  expect(parseEnvironment({METRICS_TOKEN: token}).metricsToken).toBe(token)
})

it('says what a log can be', () => {
  expect(problemsOf({LOG_FORMAT: 'xml', LOG_LEVEL: 'loud'})).toEqual([
    expect.stringContaining('LOG_FORMAT is “xml”: use json'),
    expect.stringContaining('LOG_LEVEL is “loud”: use debug'),
  ])
})
