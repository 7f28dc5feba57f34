import type {DateRule} from 'sanity'
import {registerFactsProblem} from '#lib/register-facts.ts'
import {today} from './checked-by.ts'
import {text} from './read-value.ts'

/** The rule of the day on which a school’s facts were compared with the register, beside the school’s status. */
export function registerFactsRule(rule: DateRule): DateRule {
  return rule
    .custom((takenOn, {document}) => {
      const status = typeof document?.status === 'string' ? document.status : undefined
      return registerFactsProblem({status, takenOn: text(takenOn)}, today()) ?? true
    })
    .warning()
}
