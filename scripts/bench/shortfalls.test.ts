import {memoryShortfall, shortfallsOf} from './shortfalls.ts'

const of = (name: string, documents: number, plain: number | null, ours: number) => ({
  name,
  documents,
  plain,
  ours,
})

test('names what is slower than groq-js, less than 50 times as fast, or grows, with its reason', () => {
  const times = [
    of('by id', 100, 0.02, 0.01),
    {...of('claims', 100, 0.04, 0.1), why: 'A limit of time.'},
    of('search', 100, null, 0.5),
    of('by id', 10_000, 5, 0.02),
    of('claims', 10_000, 4, 0.1),
    of('search', 10_000, null, 400),
  ]
  expect(shortfallsOf(times).join('\n')).toBe(`Slower than groq-js with 100 documents: claims (0.40 ×).

Not 50 times as fast as groq-js with 10,000 documents, or not nearly flat (at most 3 times as long with 10,000 documents as with 100):

- claims: 40 ×. A limit of time.
- search: 0.50 ms with 100, 400 ms with 10,000. Why is not known.`)
})

test('says that nothing falls short only when nothing does', () => {
  const text = shortfallsOf([of('by id', 100, 1, 0.1), of('by id', 10_000, 100, 0.1)]).join('\n')
  expect(text).toContain('with 100 documents: none.')
  expect(text).toContain('Every query is 50 times as fast')
})

test.each([
  [1200, 'Memory is 1.17 KiB a document of all that a lake keeps, and 1.50 KiB was asked.'],
  [1700, 'Memory falls short: of all that a lake keeps it is 1.66 KiB a document, and 1.50 KiB was asked.'],
])('%d bytes a document', (bytes, words) => {
  expect(memoryShortfall(bytes)).toBe(words)
})
