import {debounceTime, merge, of, Subject as Signal} from 'rxjs'
import type {SanityClient} from 'sanity'
import {problemsOf} from '#sanity/sign-off/ask-site.ts'

/** What is known of something that the site is asked about. */
export type Load<Answer> =
  | {state: 'loading'}
  | {state: 'failed'; problems: readonly string[]}
  | {state: 'ready'; answer: Answer}

/** How long nothing may change before the site is asked how things stand: nobody is asked at every key. */
const restMs = 400

/**
 * Asks the site how something stands, and again whenever documents change on which that depends.
 * @param documents - a query for them, with its parameters
 * @returns asks once more, and ends it
 */
export function followSite<Answer>(
  client: SanityClient,
  documents: {query: string; params: {[name: string]: unknown}},
  ask: () => Promise<Answer>,
  tell: (load: Load<Answer>) => void,
): {again: () => void; stop: () => void} {
  let isOver = false
  const signal = new Signal<void>()
  const look = () =>
    ask().then(
      (answer) => !isOver && tell({state: 'ready', answer}),
      (error: unknown) => !isOver && tell({state: 'failed', problems: problemsOf(error)}),
    )
  const changes = client.listen(documents.query, documents.params, {
    events: ['welcome', 'mutation'],
    includeAllVersions: true,
    visibility: 'query',
    tag: 'sign-off',
  })
  const subscription = merge(of(null), changes, signal)
    .pipe(debounceTime(restMs))
    .subscribe({
      next: () => void look(),
      error: () => tell({state: 'failed', problems: ['Changes cannot be followed. Load the Studio again.']}),
    })
  return {
    again: () => signal.next(),
    stop: () => {
      isOver = true
      subscription.unsubscribe()
    },
  }
}
