import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {isJson, isJsonObject} from '#sanity/lake/query/json.ts'
import {startLake} from '#sanity/lake/server.ts'
import {openDataset} from '#sanity/lake/store/dataset.ts'
import {askPlainGroq, type Outcome} from './plain-groq.ts'
import type {GroqCase, GroqSuite} from './read-suite.ts'
import {isSameAnswer} from './same-answer.ts'

/** A case that the lake does not answer as the suite expects, with what groq-js makes of it on its own. */
export type FailedCase = {groqCase: GroqCase; lake: Outcome; plain: Outcome; plainPasses: boolean}

export type SuiteOutcome = {passed: number; failed: FailedCase[]}

/**
 * Asks a lake of its own all cases, each over HTTP as a client would.
 * @param onProgress - told how many cases are done
 */
export async function runSuite(suite: GroqSuite, onProgress: (done: number) => void): Promise<SuiteOutcome> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'lake-conformance-'))
  const names = fillDatasets(suite, dataFolder)
  const lake = await startLake({port: 0, dataFolder})
  const outcome: SuiteOutcome = {passed: 0, failed: []}
  try {
    for (const [index, groqCase] of suite.cases.entries()) {
      const dataset = names.get(groqCase.dataset) ?? 'production'
      const answer = await askLake(
        groqCase,
        `${lake.url}/${versionOf(groqCase)}/data/query/${dataset}`,
        lake.secrets.readToken,
      )
      if (passes(groqCase, answer)) outcome.passed += 1
      else outcome.failed.push(await failure(suite, groqCase, answer))
      if (index % 500 === 0) onProgress(index)
    }
  } finally {
    await lake.close()
    rmSync(dataFolder, {recursive: true, force: true})
  }
  return outcome
}

/**
 * Puts the documents of the suite into datasets before the lake starts: some refer to documents that are not there,
 * which no client could write.
 * @returns the names of the datasets by the suite's own
 */
function fillDatasets({documents}: GroqSuite, dataFolder: string): Map<string, string> {
  const names = new Map<string, string>()
  for (const [id, stubs] of documents) {
    const name = `suite-${names.size + 1}`
    const dataset = openDataset({name, file: path.join(dataFolder, 'datasets', `${name}.sqlite`)})
    const mutations = stubs.map((stub) => ({create: stub}))
    dataset.commit({mutations, author: 'suite', skipReferenceValidation: true})
    dataset.close()
    names.set(id, name)
  }
  return names
}

/** Cases of the oldest GROQ are asked of the API version that spoke it. */
function versionOf({version}: GroqCase): string {
  return version === '0.1' ? 'v1' : 'v2025-02-19'
}

async function askLake({query, params}: GroqCase, address: string, token: string): Promise<Outcome> {
  const response = await fetch(`${address}?perspective=raw&returnQuery=false`, {
    method: 'POST',
    headers: {'content-type': 'application/json', authorization: `Bearer ${token}`},
    body: JSON.stringify({query, params}),
  })
  const body: unknown = await response.json()
  if (isJsonObject(body) && response.ok) return {result: body.result ?? null}
  const error = isJsonObject(body) && isJson(body.error) ? body.error : null
  const description = isJsonObject(error) ? error.description : null
  return {
    refusal: `${response.status} ${typeof description === 'string' ? description : JSON.stringify(body)}`,
  }
}

function passes(groqCase: GroqCase, outcome: Outcome): boolean {
  if ('refusal' in outcome) return !groqCase.isValid && outcome.refusal.startsWith('400 ')
  return groqCase.isValid && isSameAnswer(outcome.result, groqCase.result)
}

async function failure(suite: GroqSuite, groqCase: GroqCase, lake: Outcome): Promise<FailedCase> {
  const plain = await askPlainGroq(groqCase, suite.documents.get(groqCase.dataset) ?? [])
  const plainPasses =
    'refusal' in plain ? !groqCase.isValid : groqCase.isValid && isSameAnswer(plain.result, groqCase.result)
  return {groqCase, lake, plain, plainPasses}
}
