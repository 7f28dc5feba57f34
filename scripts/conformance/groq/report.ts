import type {FailedCase, SuiteOutcome} from './run-suite.ts'

type Gap = {title: string; cases: FailedCase[]}

/**
 * The outcome as Markdown: the figures, then each case that fails, by name and by the reason.
 * @returns `faults` counts the cases that groq-js alone answers as expected, so that the lake is to blame
 */
export function reportOfGroq({passed, failed}: SuiteOutcome): {text: string; faults: number} {
  const total = passed + failed.length
  const faults = failed.filter(({plainPasses}) => plainPasses)
  const gaps = gapsOf(failed.filter(({plainPasses}) => !plainPasses))
  const rows = [
    ['answered as the suite expects', passed],
    ...gaps.map(({title, cases}) => [title, cases.length]),
    ['**faults of the lake**: groq-js alone answers as expected', faults.length],
    ['all', total],
  ]
  const table = ['| cases | |', '|---|---:|', ...rows.map(([what, count]) => `| ${what} | ${count} |`)]
  const lists = [...gaps, {title: 'Faults of the lake', cases: faults}]
    .filter(({cases}) => cases.length > 0)
    .map(({title, cases}) => `## ${title}\n\n${namesOf(cases).join('\n')}`)
  return {text: [table.join('\n'), ...lists].join('\n\n'), faults: faults.length}
}

/** What groq-js does not answer as expected either, by what it lacks. */
function gapsOf(failed: FailedCase[]): Gap[] {
  const kinds: Array<{title: string; holds: (failedCase: FailedCase) => boolean}> = [
    {
      title: 'groq-js has no geographic functions',
      holds: ({groqCase}) => /\bgeo(::|\()/.test(groqCase.query),
    },
    {
      title: 'groq-js has no GROQ of API version 1, from before 2021-03-25',
      holds: ({groqCase}) => groqCase.version === '0.1',
    },
    {title: 'groq-js takes what it should refuse', holds: ({groqCase}) => !groqCase.isValid},
    {title: 'groq-js answers something else', holds: () => true},
  ]
  const gaps: Gap[] = kinds.map(({title}) => ({title, cases: []}))
  for (const failedCase of failed)
    gaps[kinds.findIndex(({holds}) => holds(failedCase))]?.cases.push(failedCase)
  return gaps.filter(({cases}) => cases.length > 0)
}

/** Each name once, with the number of its cases where there are several. */
function namesOf(cases: FailedCase[]): string[] {
  const counts = new Map<string, number>()
  for (const {groqCase} of cases) counts.set(groqCase.name, (counts.get(groqCase.name) ?? 0) + 1)
  return [...counts].map(([name, count]) => `- ${asText(name)}${count > 1 ? ` (${count} cases)` : ''}`)
}

/** Names of cases hold GROQ, whose signs mean something in Markdown. */
function asText(name: string): string {
  return `\`${name.replaceAll('`', "'")}\``
}
