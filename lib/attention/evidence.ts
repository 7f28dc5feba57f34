import {
  type NaturalFrequency,
  type StatisticEvidence,
  type StatisticProblem,
  statisticProblems,
  unprovedNumberProblem,
} from '../claims.ts'
import {datedSourceProblems, type Source} from '../sources.ts'
import type {Content} from './content.ts'
import {type AttentionItem, type Finding, itemsIn} from './item.ts'
import {fieldsIn, isFields, type Path, type PlainDocument, textIn, wordsIn} from './plain-document.ts'
import {type Found, objectsIn} from './walk.ts'

/**
 * What is held back because its evidence is missing: statistics, claims of words that state a statistic, and answers to
 * myths. Nobody believes a number, or that a rumour is wrong, without being able to look it up.
 */
export function missingEvidence(content: Content): AttentionItem[] {
  return content.versions.flatMap((versions) =>
    itemsIn('evidence', versions, content, (document) =>
      document._type === 'benefitClaim' ? claimFindings(document) : objectsIn(document).flatMap(mythFindings),
    ),
  )
}

/** All that is wrong with one matter, opened at its first field. */
function heldBack(about: Path, path: Path, reason: string, messages: string[]): Finding {
  return {
    about,
    path,
    reason,
    remedy: messages.join(' '),
    since: {day: null, words: 'evidence missing'},
    effect: 'held-back',
    urgency: 'later',
  }
}

function claimFindings({kind, statement, statistic}: PlainDocument): Finding[] {
  if (kind !== 'statistic') {
    const problem = unprovedNumberProblem({kind: textIn(kind), statement: textIn(statement)})
    return problem ? [heldBack([], ['kind'], 'This claim is held back from visitors.', [problem])] : []
  }
  const problems = statisticProblems(statisticIn(statistic))
  const [first] = problems
  if (first === undefined) return []
  const messages = problems.map(({message}) => message)
  return [heldBack([], fieldOf(first), 'This statistic is held back from visitors.', messages)]
}

/** The field of a claim in which a problem is mended; that of a frequency as a whole is its count. */
function fieldOf({path}: StatisticProblem): Path {
  const [part] = path
  const isFrequency = path.length === 1 && (part === 'before' || part === 'after')
  return ['statistic', ...path, ...(isFrequency ? ['count'] : [])]
}

function statisticIn(value: unknown): StatisticEvidence {
  const {before, after, population, asAt, source} = fieldsIn(value)
  return {
    before: frequencyIn(before),
    after: frequencyIn(after),
    population: textIn(population),
    asAt: textIn(asAt),
    source: sourceIn(source),
  }
}

function frequencyIn(value: unknown): NaturalFrequency | undefined {
  if (!isFields(value)) return undefined
  const numberIn = (part: unknown) => (typeof part === 'number' ? part : undefined)
  return {
    count: numberIn(value.count),
    outOf: numberIn(value.outOf),
    qualifier: textIn(value.qualifier),
  }
}

/** The source in a field as the rules read it. */
export function sourceIn(value: unknown): Source {
  const {publisher, title, url, publishedOn} = fieldsIn(value)
  return {
    publisher: textIn(publisher),
    title: textIn(title),
    url: textIn(url),
    publishedOn: textIn(publishedOn),
  }
}

/** The answers to myths in a section of questions. */
function mythFindings({path, fields}: Found): Finding[] {
  if (!isAboutMyths(fields) || !Array.isArray(fields.questions)) return []
  return fields.questions.filter(isFields).flatMap((question, position): Finding[] => {
    const about = [...path, 'questions', keyedOr(question._key, position)]
    const problems = datedSourceProblems(sourceIn(question.source))
    const [first] = problems
    if (first === undefined) return []
    const words = wordsIn(question.question)
    const answer = words ? `The answer to “${words}”` : 'An answer'
    const reason = `${answer} is held back from visitors, because whoever doubts it cannot look it up.`
    const messages = problems.map(({message}) => message)
    return [heldBack(about, [...about, 'source', ...first.path], reason, messages)]
  })
}

/** Whether an object is a section of questions whose answers need a dated source. */
export const isAboutMyths = ({_type, kind}: Found['fields']) =>
  _type === 'questionsSection' && kind === 'myths'

const keyedOr = (_key: unknown, position: number) => (typeof _key === 'string' ? {_key} : position)
