/** @jest-environment jsdom */
import {render, screen, within} from '@testing-library/react'
import type {SectionAnswer, SourceAnswer} from '#sanity/lib/content/answers.ts'
import type {Reading} from '#sanity/lib/parse.ts'
import {QuestionsSection} from './index.tsx'
import {parseQuestionsSection} from './projection.ts'

const frame = {key: 'a', label: 'page, section', heading: null, heldBack: null}
const report = jest.fn()
const visitor: Reading = {preview: false, readOn: '2026-11-23', gate: () => null, report}

const source = {
  publisher: 'legislation.gov.uk',
  title: 'Academies Act 2010',
  url: 'https://www.legislation.gov.uk/ukpga/2010/32/section/12',
  publishedOn: '2010-07-27',
}
type Questions = Extract<SectionAnswer<'questionsSection'>['questions'], unknown[]>

const asked = (question: string, words: string, of: SourceAnswer | null = null): Questions[number] => ({
  _key: question,
  question,
  answer: [
    {
      _type: 'block',
      _key: 'b',
      style: 'normal',
      markDefs: [],
      children: [{_type: 'span', _key: 's', text: words, marks: []}],
    },
  ],
  source: of,
})

function show(questions: Questions, kind: string, reading = visitor) {
  const section = parseQuestionsSection({heading: 'Asked', kind, questions}, frame, reading)
  return section === null ? null : render(<QuestionsSection section={section} />)
}

beforeEach(() => report.mockClear())

test('a question is a heading, with its answer and its dated source in sight', () => {
  show([asked('Is it so?', 'No.', source)], 'myths')
  expect(screen.getByRole('heading', {name: 'Is it so?', level: 3})).toBeVisible()
  expect(screen.getByText('No.')).toBeVisible()
  const link = screen.getByRole('link', {name: /Academies Act 2010/})
  expect(link).toHaveAttribute('href', source.url)
  const sourced = link.closest('p')
  expect(sourced).toHaveTextContent('legislation.gov.uk, Academies Act 2010, 27 July 2010')
})

test.each([
  ['no source', null],
  ['a source without a date', {...source, publishedOn: null}],
  ['a source without a publisher', {...source, publisher: ' '}],
  ['a source whose address is no web page', {...source, url: 'javascript:alert(1)'}],
])('an answer to a myth with %s is held back from visitors, and said in the log', (_, of) => {
  show([asked('Is it so?', 'No.', of), asked('And this?', 'No.', source)], 'myths')
  expect(screen.getAllByRole('heading', {level: 3}).map(({textContent}) => textContent)).toEqual([
    'And this?',
  ])
  expect(report).toHaveBeenCalledWith(expect.stringContaining('question 1 is held back'))
})

test('a preview shows it with the reason', () => {
  show([asked('Is it so?', 'No.', {...source, publishedOn: null})], 'myths', {...visitor, preview: true})
  const held = screen.getByText('Visitors do not see this.').closest('div')
  if (held === null) throw new Error('Nothing is held back.')
  expect(held).toHaveTextContent('Give the day on which it was published.')
  expect(within(held).getByRole('heading', {name: 'Is it so?'})).toBeVisible()
})

test('myths without one sourced answer are no section at all', () => {
  expect(show([asked('Is it so?', 'No.')], 'myths')).toBeNull()
})

test('what people merely ask needs no source', () => {
  show([asked('How long?', 'A year.')], 'questions')
  expect(screen.getByRole('heading', {name: 'How long?'})).toBeVisible()
  expect(report).not.toHaveBeenCalled()
})
