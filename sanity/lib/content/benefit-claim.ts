import {claimProblem} from '#lib/claims.ts'
import type {NaturalFrequency} from '#lib/natural-frequency.ts'
import {type Origin, originOf, within} from '../origin.ts'
import {
  choice,
  fieldsOf,
  isFields,
  optionalDay,
  optionalNumber,
  optionalValue,
  optionalWords,
  type Reading,
  words,
} from '../parse.ts'
import type {FieldsOf, Scalar} from '../unchecked.ts'
import type {BenefitClaimAnswer} from './answers.ts'
import {webAddressOf} from './link.ts'

export const benefitClaimProjection = `{_id, statement, kind, statistic}` as const

export type Source = {
  publisher: string
  title: string
  url: string
  publishedOn: string | null
  archivedUrl: string | null
}

export type Statistic = {
  before: NaturalFrequency
  after: NaturalFrequency
  counted: string | null
  population: string
  ofThoseThat: string | null
  asAt: string
  /** The last day of it, `YYYY-MM-DD`. */
  asAtDate: string | null
  source: Source
  doesNotShow: string | null
  origin?: Origin | undefined
}

export type BenefitClaim = {
  id: string
  statement: string
  statistic: Statistic | null
  heldBack: string | null
  /** Where that can be mended. */
  mend?: Origin | undefined
  /** Of the document; in a preview alone. */
  origin?: Origin | undefined
}

type StatisticAnswer = FieldsOf<BenefitClaimAnswer['statistic']>

/**
 * Reads a benefit claim; null when it states a statistic without its evidence and a visitor is reading.
 * @throws MalformedContentError
 */
export function parseBenefitClaim(value: BenefitClaimAnswer | Scalar, reading: Reading): BenefitClaim | null {
  const claim = fieldsOf(value, 'the claim')
  const kind = choice(claim.kind, ['words', 'statistic']) ?? 'words'
  const statistic = kind === 'statistic' && isFields(claim.statistic) ? claim.statistic : null
  const heldBack = claimProblem({
    kind,
    statement: optionalValue(claim.statement, 'the statement') ?? undefined,
    statistic: statistic === null ? undefined : evidenceOf(statistic),
  })
  if (heldBack !== null && !reading.preview) {
    reading.report(`benefit claim ${String(claim._id)} is held back: ${heldBack}`)
    return null
  }
  const id = words(claim._id, 'its id')
  const origin = originOf(reading, id, 'benefitClaim')
  return {
    id,
    statement: words(claim.statement, 'the statement'),
    statistic:
      statistic !== null && heldBack === null ? parseStatistic(statistic, within(origin, 'statistic')) : null,
    heldBack,
    mend: within(origin, kind === 'statistic' ? 'statistic' : 'kind'),
    origin,
  }
}

/** The evidence as the rule of claims reads it, where anything may be missing. */
function evidenceOf(statistic: StatisticAnswer) {
  const source = isFields(statistic.source) ? statistic.source : null
  return {
    before: frequencyOf(statistic.before),
    after: frequencyOf(statistic.after),
    population: optionalValue(statistic.population, 'the population') ?? undefined,
    asAt: optionalValue(statistic.asAt, 'the date') ?? undefined,
    source: {
      publisher: optionalValue(source?.publisher, 'the publisher') ?? undefined,
      title: optionalValue(source?.title, 'the title of the source') ?? undefined,
      url: optionalValue(source?.url, 'the address of the source') ?? undefined,
    },
  }
}

function frequencyOf(value: StatisticAnswer['before']) {
  if (!isFields(value)) return undefined
  return {
    count: optionalNumber(value.count) ?? undefined,
    outOf: optionalNumber(value.outOf) ?? undefined,
    qualifier: optionalValue(value.qualifier, 'the qualifier') ?? undefined,
  }
}

function parseStatistic(statistic: StatisticAnswer, origin: Origin | undefined): Statistic {
  const source = fieldsOf(statistic.source, 'the source')
  return {
    before: parseFrequency(statistic.before, 'before'),
    after: parseFrequency(statistic.after, 'after'),
    counted: optionalWords(statistic.counted, 'what is counted'),
    population: words(statistic.population, 'the population'),
    ofThoseThat: optionalWords(statistic.ofThoseThat, 'the qualifier of the population'),
    asAt: words(statistic.asAt, 'the date'),
    asAtDate: optionalDay(statistic.asAtDate),
    source: {
      publisher: words(source.publisher, 'the publisher'),
      title: words(source.title, 'the title of the source'),
      url: words(optionalValue(source.url, 'the address of the source'), 'the address of the source'),
      publishedOn: optionalDay(source.publishedOn),
      archivedUrl: webAddressOf(source.archivedUrl, 'the address of the archived copy'),
    },
    doesNotShow: optionalWords(statistic.doesNotShow, 'what it does not show'),
    origin,
  }
}

function parseFrequency(value: StatisticAnswer['before'], what: string): NaturalFrequency {
  const frequency = fieldsOf(value, `the frequency ${what}`)
  return {
    count: optionalNumber(frequency.count) ?? 0,
    outOf: optionalNumber(frequency.outOf) ?? 0,
    qualifier: choice(frequency.qualifier, ['exactly', 'almost', 'about', 'more than']) ?? 'exactly',
  }
}
