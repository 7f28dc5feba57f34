import {numberInWords} from './numbers-in-words.ts'

/** The names of 1 to 99, and a hundred; the longest first, so that “seventy” is not read as “seven”. */
const names = Array.from({length: 99}, (_, index) => numberInWords(index + 1) ?? '')
  .concat('hundred')
  .toSorted((one, other) => other.length - one.length)
const number = `(?:\\d+(?:,\\d{3})*(?:\\.\\d+)?|${names.join('|')})`

const parts = 'thirds|quarters|fifths|sixths|sevenths|eighths|ninths|tenths'
const part = 'third|quarter|fifth|sixth|seventh|eighth|ninth|tenth'

/** Those of whom a part is told: people and schools. Half of a day is no statistic. */
const counted =
  '(?:(?:our|the|all|these|those|their|its) )*(?:\\p{L}+ )?(?:schools?|academies|trusts|pupils|children|students|teachers|leaders|heads|staff|parents|carers|families|governors|leavers|them|us)'

const pattern = (source: string) => new RegExp(source, 'giu')

/** What states how many of all, or how much more: the numbers that are a claim whatever stands around them. */
const shares: readonly RegExp[] = [
  pattern(`(?<![\\p{L}\\d])${number}(?: ?%| per ?cent(?!\\p{L})| percentage points?)`),
  pattern(
    `(?<![\\p{L}\\d-])(?<count>${number})(?:[ -]in[ -]|[ -]out[ -]of[ -](?:(?:our|the|all|its) )?)(?<outOf>${number})(?![\\p{L}\\d]| (?:years?|terms?|months?|weeks?|days?|hours?|minutes?)\\b)`,
  ),
  pattern(
    `(?<![\\p{L}\\d-])(?!(?:one|1) )(?<count>${number}) of (?:(?:our|the|all|its) )?(?<outOf>${number})(?![\\p{L}\\d]| (?:years?|terms?|months?|weeks?|days?|hours?|minutes?)\\b)`,
  ),
  pattern(`(?<!\\p{L})(?:${names.join('|')})[ -](?:${parts})(?!\\p{L}| of (?:an?|the) )`),
  pattern(
    `(?<!\\p{L}|first |second |other |better )(?:half(?: of)?|(?:a|one) (?:${part}) of) ${counted}(?!\\p{L})`,
  ),
  pattern(
    `(?<!\\p{L})(?:twice|${number} times) (?:as (?:many|much|likely|often|few|high|good)|more|fewer)(?!\\p{L})`,
  ),
]

const isYear = (text: string) => /^(?:19|20)\d\d$/.test(text)

/** The number that a figure or a word names; a word that is none of ours counts as nothing. */
function quantityOf(text: string): number {
  const named = names.length - 1
  const digits = Number(text.replaceAll(',', ''))
  if (!Number.isNaN(digits)) return digits
  return (
    Array.from({length: named}, (_, index) => index + 1).find(
      (value) => numberInWords(value) === text.toLowerCase(),
    ) ?? 0
  )
}

/** Whether what is counted is a part of the whole: “two in one” is none, nor is the year of “10 in 2017”. */
function isShare({groups}: RegExpExecArray): boolean {
  const {count, outOf} = groups ?? {}
  if (count === undefined || outOf === undefined) return true
  return !isYear(outOf) && quantityOf(count) <= quantityOf(outOf)
}

/**
 * The first words of a sentence that state a share or a multiple, or null: “87%”, “nine in ten”, “two thirds”, “twice as
 * likely”. Such a number is a statistic, and who reads it wants to know of whom, of when and from where (Office for
 * Statistics Regulation; CAP Code 3.7). How many there are of something (“two schools”) is none.
 */
export function statedShare(sentence: string | undefined): string | null {
  const found = shares
    .flatMap((share) => Array.from((sentence ?? '').matchAll(share)))
    .filter(isShare)
    .toSorted((one, other) => one.index - other.index)
  return found[0]?.[0] ?? null
}

/** Figures that name a day, a year, an age or a year group, and measure nothing. */
const namingFigures =
  /(?<![\d,£])(?:19|20)\d\d(?:[/–-]\d{2,4})?(?!,?\d)|\b(?:years?|key stages?|ks|stage|level|tier|section|class|form|grades?|ages?|aged) ?\d{1,2}\b(?:(?:,| to| and| or|–|-) ?\d{1,2}\b)*|\b\d+(?:(?: to | or | and |–|-)\d+)?[ -]year[ -]olds?\b|\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\b/giu

/**
 * The first figure of a sentence that may measure something, such as “£200,000” or “12 points”, or null. It may be a
 * statistic as well, and it may be no more than a fact that everybody can count: who writes it knows.
 */
export function statedFigure(sentence: string | undefined): string | null {
  return /£?\d+(?:,\d{3})*(?:\.\d+)?/.exec((sentence ?? '').replace(namingFigures, ' '))?.[0] ?? null
}
