import type {JsonObject} from './types.ts'

/**
 * A refusal with the status and the body that hosted Sanity gives.
 * Everything else that is thrown becomes a 500 without details.
 */
export class LakeError extends Error {
  readonly status: number
  readonly body: JsonObject

  constructor(status: number, message: string, body: JsonObject) {
    super(message)
    this.name = 'LakeError'
    this.status = status
    this.body = body
  }
}

/** The plain shape, `{statusCode, error, message}`, of refusals by the gateway. */
export function plainError(status: number, error: string, message: string, errorCode?: string): LakeError {
  return new LakeError(status, message, {
    statusCode: status,
    error,
    message,
    ...(errorCode ? {errorCode} : {}),
  })
}

/** The nested shape, `{error: {type, description, …}}`, of refusals by the query and mutation services. */
export function typedError(
  status: number,
  type: string,
  description: string,
  more: JsonObject = {},
): LakeError {
  return new LakeError(status, description, {error: {type, description, ...more}})
}

/** Makes refusals of one of several things asked for at once: `items` holds one entry per refused one, as hosted Sanity sends it. */
function refusalOfItem(kind: string, summary: string) {
  return (
    status: number,
    type: string,
    description: string,
    index: number,
    more: JsonObject = {},
  ): LakeError => {
    const items = [{index, error: {type, description, ...more}}]
    // Clients append what the items say, so the summary must not say it too.
    return typedError(status, kind, summary, {items})
  }
}

/** A mutation that cannot be applied. */
export const mutationError = refusalOfItem('mutationError', 'Mutation(s) failed with 1 error(s)')

/** An action that cannot be performed. */
export const actionError = refusalOfItem('actionError', 'Action(s) failed with 1 error(s)')
