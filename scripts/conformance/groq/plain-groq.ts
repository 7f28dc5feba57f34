import {evaluate, evaluateSync, parse, toJS} from 'groq-js'
import {asJson} from '#sanity/lake/query/json.ts'
import {withTimeLimit} from '#sanity/lake/time-limit.ts'
import type {DocumentStub, JsonValue} from '#sanity/lake/types.ts'
import type {GroqCase} from './read-suite.ts'

/** What was answered, or why nothing was. */
export type Outcome = {result: JsonValue} | {refusal: string}

/** Milliseconds that groq-js may take, as long as the lake gives it. */
const timeLimit = 5000

/** What groq-js answers by itself, without anything of the lake. */
export async function askPlainGroq({query, params}: GroqCase, dataset: DocumentStub[]): Promise<Outcome> {
  const options = {dataset, params, sanity: {projectId: 'local', dataset: 'production'}}
  try {
    const tree = parse(query, {params})
    // These functions exist asynchronously alone.
    if (/\b(diff|delta)::/.test(query)) {
      return {result: asJson(toJS(await (await evaluate(tree, options)).asStatic()))}
    }
    return withTimeLimit(timeLimit, () => ({result: asJson(toJS(evaluateSync(tree, options)))}))
  } catch (error) {
    return {refusal: error instanceof Error ? error.message : String(error)}
  }
}
