import type {QueryTime} from '../../sanity/lake/bench/query-bench.ts'

/** What was asked of the lake: how often as fast as groq-js with how many documents, and nearly flat in their number. */
const goal = {documents: 10_000, ratio: 50, growth: 3} as const
/** Bytes a document, beside the documents themselves. */
const memoryGoal = 1.5 * 1024

/**
 * Which queries are not so fast as was asked, by the times alone, with the reasons that are known; in Markdown. A query is
 * nearly flat when it takes at most three times as long with the most documents as with the fewest.
 */
export function shortfallsOf(times: readonly QueryTime[]): string[] {
  const sizes = times.map(({documents}) => documents)
  const [fewest, most] = [Math.min(...sizes), Math.max(...sizes)]
  const slower = times.filter((time) => time.documents === fewest && (ratioOf(time) ?? 1) < 1)
  const names = [...new Set(times.map(({name}) => name))]
  const items = names.flatMap((name) => itemOf(times.filter((time) => time.name === name)))
  const asked = `${goal.ratio} times as fast as groq-js with ${count(goal.documents)} documents`
  const flat = `nearly flat (at most ${goal.growth} times as long with ${count(most)} documents as with ${count(fewest)})`
  return [
    `Slower than groq-js with ${count(fewest)} documents: ${slower.map(({name, ...time}) => `${name} (${ratio(time)})`).join(', ') || 'none'}.`,
    '',
    ...(items.length === 0
      ? [`Every query is ${asked} where groq-js was asked, and ${flat}.`]
      : [`Not ${asked}, or not ${flat}:`, '', ...items]),
  ]
}

/** @param whole - bytes a document of all that a lake keeps */
export function memoryShortfall(whole: number): string {
  const [found, asked] = [whole, memoryGoal].map((bytes) => `${(bytes / 1024).toFixed(2)} KiB`)
  return whole > memoryGoal
    ? `Memory falls short: of all that a lake keeps it is ${found} a document, and ${asked} was asked.`
    : `Memory is ${found} a document of all that a lake keeps, and ${asked} was asked.`
}

/** @param times - of one query, by the number of documents */
function itemOf(times: readonly QueryTime[]): string[] {
  const [first, last] = [times[0], times.at(-1)]
  if (!first || !last) return []
  const compared = times.find(({documents}) => documents === goal.documents)
  const isSlow = compared !== undefined && (ratioOf(compared) ?? goal.ratio) < goal.ratio
  const grows = last.ours > first.ours * goal.growth
  if (!isSlow && !grows) return []
  const found = [
    ...(isSlow && compared ? [ratio(compared)] : []),
    ...(grows
      ? [
          `${milliseconds(first)} with ${count(first.documents)}, ${milliseconds(last)} with ${count(last.documents)}`,
        ]
      : []),
  ]
  return [`- ${first.name}: ${found.join('; ')}. ${first.why ?? 'Why is not known.'}`]
}

type Compared = Pick<QueryTime, 'plain' | 'ours'>

function ratioOf({plain, ours}: Compared): number | null {
  return plain === null ? null : plain / ours
}

function ratio(time: Compared): string {
  return `${(ratioOf(time) ?? 0).toPrecision(2)} ×`
}

function milliseconds({ours}: Compared): string {
  return `${ours >= 100 ? ours.toFixed(0) : ours.toPrecision(2)} ms`
}

function count(documents: number): string {
  return documents.toLocaleString('en-GB')
}
