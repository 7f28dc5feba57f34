import {withRequest} from '#lib/request-context.ts'

/** What the log writes under some settings, line by line. */
async function writing(variables: {[name: string]: string}, work: (log: typeof import('./log.ts')) => void) {
  Object.assign(process.env, {LOG_FORMAT: '', LOG_LEVEL: '', ...variables})
  jest.resetModules()
  const lines: string[] = []
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((line) => {
    lines.push(String(line))
    return true
  })
  try {
    work(await import('./log.ts'))
  } finally {
    write.mockRestore()
  }
  return lines
}

it('writes one line of JSON for each event, with the request that it happened for', async () => {
  const lines = await writing({LOG_FORMAT: 'json'}, ({log}) => {
    withRequest('0123456789abcdef', () => log.error('mail', 'Not sent:\nrefused', {status: 550}))
    log.debug('request', 'Answered.')
  })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^\{"time":"\d{4}-\d\d-\d\dT[\d:.]+Z".*\}\n$/)
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    time: expect.any(String),
    level: 'error',
    part: 'mail',
    message: 'Not sent:\nrefused',
    request: '0123456789abcdef',
    status: 550,
  })
})

it('writes lines for people, in one line each', async () => {
  const lines = await writing({LOG_FORMAT: 'text'}, ({log}) => {
    log.info('revalidation', 'A change came through.')
    log.warn('lake', 'It\n  broke', {route: 'query', error: 'TypeError'})
  })
  expect(lines).toEqual(['[lake] It broke (route query, error TypeError)\n'])
})

it('cleans fields as it cleans sentences', async () => {
  const [line] = await writing({LOG_FORMAT: 'json'}, ({log}) =>
    log.warn('content', 'x', {at: 'head@elm.example'}),
  )
  expect(line).toContain('[e-mail address]')
})

it('counts what it does not write', async () => {
  await writing({LOG_LEVEL: 'error'}, ({log, logLineCounts}) => {
    const before = logLineCounts().debug
    log.debug('content', 'x')
    expect(logLineCounts().debug).toBe(before + 1)
  })
})

it('takes over what other packages print, without the words of errors', async () => {
  const {takeOverConsole} = await import('./console.ts')
  const lines = await writing({LOG_FORMAT: 'json'}, () => {
    const giveBack = takeOverConsole()
    const {error} = console
    error('\u001b[31m ⨯ \u001b[0mFailed to\n proxy http://127.0.0.1:3001/x?query=Merger')
    error(' ⨯ ', Object.assign(new SyntaxError('Unexpected "words of a draft"'), {digest: '17'}))
    giveBack()
  })
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    {level: 'error', part: 'console', message: 'Failed to proxy http://127.0.0.1:3001/x?[left out]'},
    {part: 'console', message: 'An error was reported.', error: 'SyntaxError', digest: '17'},
  ])
  expect(lines.join()).not.toContain('words of a draft')
})
