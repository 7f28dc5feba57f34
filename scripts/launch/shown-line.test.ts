import {logFormatOfParts, shownLine} from './shown-line.ts'

it('names the program of a line for people', () => {
  expect(shownLine('site', '[mail] A letter was not sent.', 'text')).toBe(
    '[site] [mail] A letter was not sent.',
  )
})

it('passes lines for programs on as they are, and makes others of the kind', () => {
  const line = '{"time":"2026-11-29T12:00:00.000Z","level":"error"}'
  expect(shownLine('lake', line, 'json')).toBe(line)
  expect(JSON.parse(shownLine('lake', '{broken for head@elm.example', 'json'))).toMatchObject({
    level: 'error',
    part: 'console',
    program: 'lake',
    message: '{broken for [e-mail address]',
  })
})

it('goes by what is set, and by the terminal where nothing is', () => {
  expect(logFormatOfParts({NODE_ENV: 'test', LOG_FORMAT: 'text'})).toBe('text')
  expect(logFormatOfParts({NODE_ENV: 'test', LOG_FORMAT: ' '})).toBe(process.stdout.isTTY ? 'text' : 'json')
})
