import {longestInput, tidyInput} from './tidy-input.ts'

test('what is too long is cut between characters, what is no character is replaced', () => {
  expect(tidyInput('🐦'.repeat(500))).toBe('🐦'.repeat(longestInput))
  expect(tidyInput('a\ud800b')).toBe('a\ufffdb')
  expect(() => encodeURIComponent(tidyInput('\ud800'))).not.toThrow()
})
