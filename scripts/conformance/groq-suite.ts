import {writeFileSync} from 'node:fs'
import {createProgressLine} from '../content/command.ts'
import {readSuite} from './groq/read-suite.ts'
import {reportOfGroq} from './groq/report.ts'
import {runSuite} from './groq/run-suite.ts'

/**
 * Sanity's public GROQ test suite, against a lake.
 * @param folder - holds the suite
 * @param report - also keeps what is printed in this file
 * @returns whether every case that groq-js can answer is answered as expected
 * @throws ConformanceProblem when the folder does not hold the suite
 */
export async function runGroqSuite(folder: string, report?: string): Promise<boolean> {
  const suite = readSuite(folder)
  const progress = createProgressLine()
  const outcome = await runSuite(suite, (done) =>
    progress.show(`cases ${done} of ${suite.cases.length}`),
  ).finally(progress.end)
  const {text, faults} = reportOfGroq(outcome)
  process.stdout.write(`${text}\n`)
  if (report !== undefined) writeFileSync(report, `${headOfReport}\n\n${text}\n`)
  return faults === 0
}

const headOfReport = `# GROQ: what the embedded Content Lake answers otherwise than hosted Sanity

Found by \`npm run lake:conformance -- groq\`, which asks the lake over HTTP all cases of
[Sanity's public GROQ test suite](https://github.com/sanity-io/groq-test-suite). Each case below is one that
[groq-js](https://github.com/sanity-io/groq-js), which the lake evaluates queries with, answers in the same wrong way
when it is asked alone.`
