import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {gzipSync} from 'node:zlib'
import {readSuite} from './read-suite.ts'
import {reportOfGroq} from './report.ts'
import {runSuite} from './run-suite.ts'
import {isSameAnswer} from './same-answer.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'groq-suite-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

function writeSuite(...entries: object[]): void {
  writeFileSync(
    path.join(folder, 'suite.ndjson.gz'),
    gzipSync(entries.map((entry) => JSON.stringify(entry)).join('\n')),
  )
}

const dataset = {
  _id: 'trees',
  _type: 'dataset',
  documents: [
    {_id: 'oak', _type: 'tree', height: 20, near: {_ref: 'not-there'}},
    {_id: 'elm', _type: 'tree', height: 30},
  ],
}
const about = (name: string, query: string, more: object) => ({
  _id: name,
  _type: 'test',
  name,
  query,
  dataset: {_ref: 'trees'},
  ...more,
})

test('asks every case over HTTP, and names what fails by its reason', async () => {
  writeSuite(
    dataset,
    about('whole documents', '*[height > $least]', {
      params: {least: 25},
      result: [{_id: 'elm', _type: 'tree', height: 30}],
    }),
    about('places by score', '* | score(height > 25) | order(_score desc) {_id, _score}', {
      result: [
        {_id: 'elm', _pos: 1},
        {_id: 'oak', _pos: 2},
      ],
    }),
    about('malformed', '*[', {valid: false}),
    about('distance', 'geo::distance(a, b)', {result: 5}),
    about('impossible', '1 + 1', {result: 3}),
    about('old', '1 + 1', {result: 11, version: '0.1'}),
    about('too lenient', '2', {valid: false}),
    // groq-js alone takes everybody for "me"; the lake knows who asks.
    about('identity', 'identity()', {result: 'me'}),
  )
  const outcome = await runSuite(readSuite(folder), () => {})
  expect(outcome.passed).toBe(3)
  const {text, faults} = reportOfGroq(outcome)
  expect(faults).toBe(1)
  expect(text).toContain('| all | 8 |')
  expect(text).toContain('## groq-js has no geographic functions\n\n- `distance`')
  expect(text).toContain('before 2021-03-25\n\n- `old`')
  expect(text).toContain('## groq-js takes what it should refuse\n\n- `too lenient`')
  expect(text).toContain('## groq-js answers something else\n\n- `impossible`')
  expect(text).toContain('## Faults of the lake\n\n- `identity`')
})

test('says what is missing', () => {
  expect(() => readSuite(folder)).toThrow(/suite\.ndjson\.gz is not there.*--data <folder>/)
  writeSuite(dataset)
  expect(() => readSuite(folder)).toThrow('holds no test')
  writeSuite({_id: 'x', _type: 'test', name: 'no query'})
  expect(() => readSuite(folder)).toThrow('something unexpected')
})

test('two answers are the same but for what a lake adds, and for the last digits', () => {
  expect(isSameAnswer({_rev: 'r', a: [1, {_createdAt: 'x'}]}, {a: [1, {}]})).toBe(true)
  expect(isSameAnswer(0.1 + 0.2, 0.3)).toBe(true)
  expect(isSameAnswer({a: 1, b: 2}, {a: 1})).toBe(false)
  expect(isSameAnswer({}, {a: null})).toBe(false)
  expect(isSameAnswer([1, 2], [2, 1])).toBe(false)
  expect(isSameAnswer([{_score: 1}, {_score: 1}], [{_pos: 1}, {_pos: 2}])).toBe(false)
  expect(isSameAnswer(null, {})).toBe(false)
})
