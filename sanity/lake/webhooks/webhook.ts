import {type ExprNode, parse} from 'groq-js'

export type WebhookOperation = 'create' | 'update' | 'delete'

/** A document webhook, with the settings that https://www.sanity.io/docs/http-reference/webhooks has for one. */
export type WebhookDefinition = {
  /** Stays the same over restarts: what is still to be delivered is kept under it. */
  id: string
  url: string
  /** Which changes it is called for. */
  on: WebhookOperation[]
  /** GROQ, what stands between `*[` and `]`, with `before()`, `after()` and `delta::`. Without one: every document. */
  filter?: string
  /** GROQ, the body. Without one: the document after the change, or before it where it was deleted. */
  projection?: string
  /** Signs each delivery; the receiver checks it with `@sanity/webhook`. */
  secret?: string
  httpMethod?: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  headers?: Record<string, string>
  /** Also for `drafts.` and `versions.` documents, at almost every keystroke. */
  includeDrafts?: boolean
}

export type ParsedWebhook = {
  definition: WebhookDefinition
  filter: ExprNode | null
  projection: ExprNode | null
}

/** @throws Error that names the webhook and what is wrong with its address or its GROQ */
export function parseWebhook(definition: WebhookDefinition): ParsedWebhook {
  const {id, url, filter, projection} = definition
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw new Error(
      `The webhook "${id}" has the address "${url}": give one that begins with http:// or https://`,
    )
  }
  return {
    definition,
    filter: filter ? parseDelta(id, 'filter', filter) : null,
    projection: projection ? parseDelta(id, 'projection', projection) : null,
  }
}

function parseDelta(id: string, part: string, groq: string): ExprNode {
  try {
    return parse(groq, {mode: 'delta'})
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`The ${part} of the webhook "${id}" is not GROQ: ${reason}`)
  }
}
