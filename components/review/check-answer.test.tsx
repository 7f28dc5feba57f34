import {masked} from './check-answer.tsx'

it('shows enough of an address to know one’s own, and no dot before the dots', () => {
  expect(masked('head@elm.example')).toBe('he…\u2060@elm.example')
  expect(masked('n.harrop@elm.example')).toBe('n…\u2060@elm.example')
})
