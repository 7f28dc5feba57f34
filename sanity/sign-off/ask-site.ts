import type {SanityClient} from 'sanity'
import {isObject} from '#lib/sign-off/json.ts'
import type {Subject} from '#lib/sign-off/subjects.ts'

/** Why the site did not do what it was asked, in sentences for staff. */
export class SiteRefusal extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join(' '))
    this.problems = problems
  }
}

/**
 * Asks the site to do something about the sign-off of a document. The person's own token says who asks: the Studio makes
 * no links and no decisions.
 * @param subject - null for a question about all of them
 * @throws SiteRefusal
 */
export async function askSite<Answer>(
  client: SanityClient,
  subject: Subject | null,
  question: {do: string; [name: string]: unknown},
): Promise<Answer> {
  const {token} = client.config()
  if (!token)
    throw new SiteRefusal(['You are not signed in with a token of your own. Sign out, and in again.'])
  const response = await fetch('/api/sign-off', {
    method: 'POST',
    headers: {'Content-Type': 'application/json', Authorization: `Bearer ${token}`},
    body: JSON.stringify({...subject, ...question}),
  }).catch(() => null)
  if (response === null) throw new SiteRefusal(['The website does not answer. Try again in a minute.'])
  const answer = await response.json().catch(() => null)
  if (response.ok && answer !== null) return answer
  const problems = isObject(answer) && Array.isArray(answer.problems) ? answer.problems.map(String) : []
  throw new SiteRefusal(problems.length > 0 ? problems : ['That did not work. Try again in a minute.'])
}

/** What went wrong, in sentences. */
export function problemsOf(error: unknown): readonly string[] {
  return error instanceof SiteRefusal ? error.problems : ['That did not work. Try again in a minute.']
}
