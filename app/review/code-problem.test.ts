import {codeProblem} from './code-problem.ts'

it('sends nobody to the newest e-mail for a code that is not in it', () => {
  expect(codeProblem({kind: 'sent', triesLeft: 5}, 'too-many')).toContain('the newest e-mail')
  expect(codeProblem({kind: 'none'}, 'too-many')).not.toContain('e-mail')
  expect(codeProblem({kind: 'over'}, 'too-many')).toContain('Nothing was decided')
})
