import {namesNumber, numberInWords} from './numbers-in-words.ts'
import {type Source, sourceProblems} from './sources.ts'
import {statedFigure, statedShare} from './stated-numbers.ts'

/** How near a natural frequency is to the truth, in the words that visitors read. */
export const frequencyQualifiers: readonly string[] = ['exactly', 'almost', 'about', 'more than']

/** A count out of a stated number, such as 7 out of 10. Any part may be missing while staff write. */
export type NaturalFrequency = {
  count?: number | undefined
  outOf?: number | undefined
  qualifier?: string | undefined
}

/** The evidence of a statistic as far as the rules read it. */
export type StatisticEvidence = {
  before?: NaturalFrequency | undefined
  after?: NaturalFrequency | undefined
  population?: string | undefined
  asAt?: string | undefined
  source?: Source | undefined
}

/** A benefit claim as far as the rules read it. */
export type Claim = {
  kind?: string | undefined
  statement?: string | undefined
  statistic?: StatisticEvidence | undefined
}

/** Most icons that a picture of natural frequencies can show and a reader can still count. */
export const mostIcons = 100

/**
 * What is wrong with one natural frequency, or null: whole numbers, and no more than all. People judge “7 out of 10”
 * better than a share, as long as it counts whole people or schools (Gigerenzer, “Reckoning with Risk”).
 */
export function naturalFrequencyProblem(frequency: NaturalFrequency | undefined): string | null {
  const {count, outOf, qualifier} = frequency ?? {}
  if (count === undefined || outOf === undefined) return 'Give both numbers, such as 7 out of 10.'
  if (!Number.isInteger(count) || !Number.isInteger(outOf)) return 'Use whole numbers.'
  if (outOf < 1) return 'The number out of which is counted is at least 1.'
  if (outOf > mostIcons) return `Use a number up to ${mostIcons}, so that the picture can be counted.`
  if (count < 0) return 'The count is not below zero.'
  if (count > outOf) return `The count (${count}) is larger than the number that it is out of (${outOf}).`
  // Left out, it would turn “nearly 7” into “7”.
  if (qualifier && !frequencyQualifiers.includes(qualifier)) {
    return `“${qualifier}” is none of the ways to say how exact a number is: choose one of ${frequencyQualifiers.join(', ')}.`
  }
  return null
}

/**
 * What is wrong with a pair of natural frequencies, or null: only like can be compared with like. Different numbers to be
 * out of make readers misjudge which is more (the neglect of denominators; Office for Statistics Regulation: statistics
 * must not mislead).
 */
export function comparisonProblem(
  before: NaturalFrequency | undefined,
  after: NaturalFrequency | undefined,
): string | null {
  const problem = naturalFrequencyProblem(before) ?? naturalFrequencyProblem(after)
  if (problem) return problem
  if (before?.outOf === after?.outOf) return null
  return `Count both out of the same number: before is out of ${before?.outOf}, after out of ${after?.outOf}.`
}

const isBlank = (text: string | undefined) => !text || text.trim() === ''

/** Something wrong with a statistic: the path of the field below the statistic, and what to do. */
export type StatisticProblem = {path: readonly string[]; message: string}

/** The parts of the evidence without which a statistic is not published, with what to do about each. */
function missingEvidence(statistic: StatisticEvidence | undefined): StatisticProblem[] {
  const {population, asAt, source} = statistic ?? {}
  const parts: [string, string | undefined, string][] = [
    ['population', population, 'Say whom the numbers speak of.'],
    ['asAt', asAt, 'Say which date or period the numbers speak of.'],
  ]
  return [
    ...parts.filter(([, value]) => isBlank(value)).map(([field, , message]) => ({path: [field], message})),
    ...sourceProblems(source).map(({path, message}) => ({path: ['source', ...path], message})),
  ]
}

/** What is wrong with both numbers of a statistic, at the field where it is wrong. */
function numberProblems({before, after}: StatisticEvidence): StatisticProblem[] {
  const problems = [
    {path: ['before'], message: naturalFrequencyProblem(before)},
    {path: ['after'], message: naturalFrequencyProblem(after)},
  ].flatMap(({path, message}) => (message ? [{path, message}] : []))
  if (problems.length > 0) return problems
  const message = comparisonProblem(before, after)
  return message ? [{path: ['after', 'outOf'], message}] : []
}

/**
 * What keeps a statistic from being published; empty when nothing does. It carries its source, its date
 * and its population (as the Office for Statistics Regulation asks), and a fair comparison.
 */
export function statisticProblems(statistic: StatisticEvidence | undefined): StatisticProblem[] {
  return [...numberProblems(statistic ?? {}), ...missingEvidence(statistic)]
}

/** What to ask about a sentence that does not say what the picture beside it shows; null when it does. */
function contradictionOf(sentence: string, {count, outOf}: NaturalFrequency): string | null {
  if (count === undefined || outOf === undefined || saysAsMany(sentence, count, outOf)) return null
  const words = numberInWords(count)
  const missing = words === null ? `no “${count}”` : `neither “${count}” nor “${words}”`
  return `The picture shows ${count} out of ${outOf}, but the statement has ${missing} in it. Which is right?`
}

/** "seven in 10", "70%", "all of them"; the ten in "one in 10" is no count. */
function saysAsMany(sentence: string, count: number, outOf: number): boolean {
  const total = numberInWords(outOf) ?? String(outOf)
  const counts = sentence.replace(new RegExp(`\\b(?:in|out of|of)\\s+(?:${outOf}|${total})\\b`, 'giu'), '')
  if (namesNumber(counts, count)) return true
  if (count === outOf && /\b(?:all|every|each)\b/iu.test(sentence)) return true
  if (count === 0 && /\b(?:no|none|nobody|never)\b/iu.test(sentence)) return true
  const percentage = (100 * count) / outOf
  return Number.isInteger(percentage) && /%|per ?cent/iu.test(sentence) && namesNumber(sentence, percentage)
}

/**
 * Where the sentence of a statistic does not name a count that the picture beside it shows: one of both is probably
 * wrong. Only what is whole and well formed is compared.
 */
export function contradictions(
  sentence: string | undefined,
  {before, after}: StatisticEvidence,
): StatisticProblem[] {
  if (isBlank(sentence) || sentence === undefined) return []
  return Object.entries({before, after}).flatMap(([field, frequency]) => {
    if (naturalFrequencyProblem(frequency) !== null) return []
    const message = contradictionOf(sentence, frequency ?? {})
    return message === null ? [] : [{path: [field, 'count'], message}]
  })
}

/**
 * What is wrong with a number in a claim of words, or null: what states a share or a multiple is a statistic, whatever it
 * is called, and a statistic is not published without its source, its date and its population (as the Office for
 * Statistics Regulation asks; CAP Code 3.7: proof is held before a claim is made).
 */
export function unprovedNumberProblem({kind, statement}: Claim): string | null {
  const share = kind === 'statistic' ? null : statedShare(statement)
  if (share === null) return null
  return `“${share}” makes this a statistic: choose “Statistic” as its kind and give its evidence, or say it without the number.`
}

/**
 * What staff are told about another figure in a claim of words, or null. It may be no more than a fact that everybody can
 * count, so it is advice and keeps nothing from being published.
 */
export function unprovedNumberAdvice(claim: Claim): string | null {
  const figure =
    claim.kind === 'statistic' || unprovedNumberProblem(claim) ? null : statedFigure(claim.statement)
  if (figure === null) return null
  return `There is a number in it, “${figure}”: if the Trust is to be judged by it, choose “Statistic” as its kind and give its evidence.`
}

/** What keeps a claim from being shown, or null. A claim in words needs no source, as long as it states no statistic. */
export function claimProblem(claim: Claim): string | null {
  if (claim.kind !== 'statistic') return unprovedNumberProblem(claim)
  const problems = statisticProblems(claim.statistic)
  return problems.length > 0 ? problems.map(({message}) => message).join(' ') : null
}

/**
 * What is due about the evidence of a statistic, or null. Numbers age: a claim must be true on the day on which it is
 * read, not only on that on which it was written (CAP Code 3.7: there is evidence for what is claimed). Without a day on
 * which somebody looks again, nobody does.
 * @param reviewBy - last day on which the evidence counts as looked after, `YYYY-MM-DD`
 * @param today - `YYYY-MM-DD`
 */
export function evidenceReviewAdvice(reviewBy: string | null | undefined, today: string): string | null {
  if (!reviewBy) return 'Say by which day somebody looks at the evidence again: numbers age.'
  return reviewBy < today ? 'The evidence is due for another look.' : null
}
