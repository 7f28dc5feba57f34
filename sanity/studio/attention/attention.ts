import {
  asyncScheduler,
  catchError,
  combineLatest,
  concat,
  map,
  Observable,
  of,
  ReplaySubject,
  share,
  switchMap,
  throttleTime,
  timer,
} from 'rxjs'
import type {SanityClient} from 'sanity'
import {type AttentionList, attentionList} from '#lib/attention/attention-items.ts'
import type {Standing} from '#lib/sign-off/matters.ts'
import {followList} from '../sign-off/followed-list.ts'
import {clock} from './clock.ts'
import {liveDocuments} from './live-documents.ts'

/** What is known about what needs attention. */
export type Attention = {state: 'loading' | 'failed'} | ({state: 'ready'} & AttentionList)

/** While somebody types, the list is made anew no more often than this. */
const atMostEveryMs = 200

/** After a failure the Studio asks again by itself. */
const retryAfterMs = 5_000

/** How long the list is kept up to date after it was left, so that it is there at once when staff come back to it. */
const keptMs = 5 * 60_000

/** One list for each client, however often the tool is opened. */
const known = new WeakMap<SanityClient, Observable<Attention>>()

/** What needs attention, from now on. The types are those of the Studio's schema, and of the checks of links. */
export function attention(client: SanityClient, types: readonly string[]): Observable<Attention> {
  const found = known.get(client) ?? watch(client, types)
  known.set(client, found)
  return found
}

function watch(client: SanityClient, types: readonly string[]): Observable<Attention> {
  const documents = liveDocuments(client, types).pipe(
    throttleTime(atMostEveryMs, asyncScheduler, {leading: true, trailing: true}),
  )
  return combineLatest([documents, clock(), signOff(client)]).pipe(
    map(
      ([now, today, standings]): Attention => ({
        state: 'ready',
        ...attentionList(now.values(), today, standings),
      }),
    ),
    catchError((error, again) => {
      console.error('What needs attention could not be read:', error)
      return concat(of<Attention>({state: 'failed'}), timer(retryAfterMs).pipe(switchMap(() => again)))
    }),
    share({connector: () => new ReplaySubject(1), resetOnRefCountZero: () => timer(keptMs)}),
  )
}

/**
 * How the sign-off of documents stands, which the site is asked: it alone can tell. Until it answers, and where it cannot,
 * the rest of the list is shown without; the tool Sign-off says why.
 */
function signOff(client: SanityClient): Observable<readonly Standing[]> {
  return new Observable((subscriber) => {
    subscriber.next([])
    return followList(client, (load) => load.state === 'ready' && subscriber.next(load.answer))
  })
}
