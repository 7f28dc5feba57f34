import {type Compliance, complianceLevels, linesOf} from '#lib/statement-compliance.ts'
import type {Origin} from '../origin.ts'
import {choice, isFields, optionalDay, optionalNumber, optionalValue, optionalWords} from '../parse.ts'
import type {Scalar} from '../unchecked.ts'
import type {SettingsAnswer} from './answers.ts'

/** What the accessibility statement says of this site; days are `YYYY-MM-DD`. What is not known is null or empty. */
export type AccessibilityFacts = {
  preparedOn: string | null
  reviewedOn: string | null
  testedOn: string | null
  testedBy: string | null
  testedHow: string[]
  compliance: Compliance | null
  knownIssues: string[]
  improvements: string[]
  contactEmail: string | null
  /** In working days. */
  answerWithin: number | null
  /** In a preview alone. */
  origin?: Origin | undefined
}

export function parseAccessibility(
  answer: SettingsAnswer['accessibilityStatement'] | Scalar,
  origin?: Origin,
): AccessibilityFacts {
  const statement: Partial<NonNullable<SettingsAnswer['accessibilityStatement']>> = isFields(answer)
    ? answer
    : {}
  return {
    preparedOn: optionalDay(statement.preparedOn),
    reviewedOn: optionalDay(statement.reviewedOn),
    testedOn: optionalDay(statement.testedOn),
    testedBy: optionalWords(statement.testedBy, 'who tested the site'),
    testedHow: linesOf(optionalWords(statement.testedHow, 'how the site was tested') ?? ''),
    compliance: choice(statement.compliance, complianceLevels),
    knownIssues: linesOf(optionalWords(statement.knownIssues, 'what does not work yet') ?? ''),
    improvements: linesOf(optionalWords(statement.improvements, 'what is being done') ?? ''),
    contactEmail: optionalValue(statement.contactEmail, 'the contact of the accessibility statement'),
    answerWithin: optionalNumber(statement.answerWithin),
    origin,
  }
}
