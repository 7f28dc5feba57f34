import {enquiryProblems, tidiedValues, typedValues} from './check.ts'
import {blankValues, type EnquiryValues} from './fields.ts'

const good: EnquiryValues = {
  name: 'Siân Ŵyn',
  role: 'Chair of governors',
  organisation: 'Ysgol Tŷ Bach',
  email: 'sian@school.example',
  message: 'Bore da,\n\nsut ydych chi?',
}
const problemsOf = (values: Partial<EnquiryValues>) => enquiryProblems(tidiedValues({...good, ...values}))

it.each([
  ['what is complete', {}],
  ['what is optional left blank', {role: ' ', organisation: ''}],
  ['a name in Arabic with its marks', {name: 'مَرْيَم\u200f الزهراء'}],
  ['a message in several lines and scripts', {message: 'سلام\n\tŵ\r\n👩‍👩‍👧'}],
  ['as much as there may be', {name: 'ŵ'.repeat(100), message: '𝒜'.repeat(5_000)}],
])('finds nothing wrong with %s', (_what, values) => {
  expect(problemsOf(values)).toEqual([])
})

it.each<[Partial<EnquiryValues>, keyof EnquiryValues, string]>([
  [{name: ' \t '}, 'name', 'Enter your name'],
  [{email: ''}, 'email', 'Enter your e-mail address'],
  [{message: '\n\n'}, 'message', 'Write your message'],
  [{email: 'sian@school'}, 'email', 'correct format'],
  [{email: 'sian@a.example, b@c.example'}, 'email', 'correct format'],
  [{name: 'x'.repeat(101)}, 'name', 'Your name must have 100 characters or fewer: it has 101'],
  [{role: 'x'.repeat(101)}, 'role', '100 characters'],
  [{organisation: 'x'.repeat(151)}, 'organisation', '150 characters'],
  [{email: `${'x'.repeat(250)}@a.example`}, 'email', '254 characters'],
  [
    {message: 'x'.repeat(20_000)},
    'message',
    'Your message must have 5,000 characters or fewer: it has 20,000',
  ],
])('finds what is wrong with %j', (values, field, words) => {
  expect(problemsOf(values)).toEqual([{field, message: expect.stringContaining(words)}])
})

const lineBreaks = ['\n', '\r', '\r\n', '\u0000', '\u000b', '\u0085', '\u2028', '\u2029', '\u202e', '\u2066']

it.each(lineBreaks)('refuses %j in every field of one line', (character) => {
  for (const field of ['name', 'role', 'organisation', 'email'] as const) {
    const injected = {[field]: `a@b.example${character}Bcc: everybody@else.example`}
    expect(problemsOf(injected)).toEqual([
      {field, message: expect.stringContaining('one line of plain text')},
    ])
  }
})

it('names all that is wrong at once, in the order of the form', () => {
  expect(enquiryProblems(blankValues).map(({field}) => field)).toEqual(['name', 'email', 'message'])
})

it('tidies spaces, accents in two parts and characters that nobody types', () => {
  expect(tidiedValues({...good, name: ' Sia\u0302n\tW ', message: ' a\u0000b\u0007\n\tc \n'})).toMatchObject({
    name: 'Siân W',
    message: 'ab\n\tc',
  })
})

it('reads of a form what it knows, as text', () => {
  const form = new FormData()
  form.set('name', ' Siân ')
  form.set('message', 'one\r\ntwo')
  form.set('email', new File(['x'], 'x.txt'))
  form.set('other', 'x')
  expect(typedValues(form)).toEqual({...blankValues, name: ' Siân ', message: 'one\ntwo'})
})
