import {createContext, Script} from 'node:vm'

/** Thrown in place of a result that took too long. */
export class TimeLimitExceeded extends Error {}

const context = createContext({})
const script = new Script('run()')

/**
 * Runs something synchronous and stops it when it takes longer than `milliseconds`. V8 can stop a script of
 * `node:vm` and whatever that has called; setting this up takes about 0.2 ms.
 * @throws TimeLimitExceeded
 */
export function withTimeLimit<Result>(milliseconds: number, run: () => Result): Result {
  let result: {value: Result} | undefined
  let failure: {error: unknown} | undefined
  context.run = () => {
    try {
      result = {value: run()}
    } catch (error) {
      failure = {error}
    }
  }
  try {
    script.runInContext(context, {timeout: milliseconds})
  } catch (error) {
    if (!isTimeout(error)) throw error
  } finally {
    context.run = undefined
  }
  if (failure) throw failure.error
  if (!result) throw new TimeLimitExceeded(`stopped after ${milliseconds} ms`)
  return result.value
}

function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  )
}
