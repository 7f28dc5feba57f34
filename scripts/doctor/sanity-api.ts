/** Where a hosted project answers. Given by tests; otherwise Sanity's own. */
export type SanityHosts = {
  /** For projects and webhooks. */
  management: string
  /** For the data of one project. */
  data: string
}

/** The hosts of a project: https://www.sanity.io/docs/http-reference */
export function sanityHosts(projectId: string): SanityHosts {
  return {management: 'https://api.sanity.io', data: `https://${projectId}.api.sanity.io`}
}

export type Answer = {
  /** 0 when nobody answered. */
  status: number
  /** The JSON; null when there is none. */
  body: unknown
  /** The clock of whoever answered, in milliseconds since 1970; null when it did not say. */
  date: number | null
}

const patienceMs = 15_000

/** Asks one question over HTTP. Never throws, and never follows a redirect: a token goes to nobody else. */
export async function ask(
  url: string,
  {token, method = 'GET', body}: {token?: string | null; method?: string; body?: string} = {},
): Promise<Answer> {
  try {
    const answer = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        ...(token ? {authorization: `Bearer ${token}`} : {}),
        ...(body === undefined ? {} : {'content-type': 'application/json'}),
      },
      ...(body === undefined ? {} : {body}),
    })
    const date = Date.parse(answer.headers.get('date') ?? '')
    const parsed = await answer.json().catch(() => null)
    return {status: answer.status, body: parsed, date: Number.isNaN(date) ? null : date}
  } catch {
    return {status: 0, body: null, date: null}
  }
}
