import {useCallback, useEffect, useState} from 'react'
import {debounceTime, merge, of, Subject as Signal} from 'rxjs'
import {useClient} from 'sanity'
import type {Subject} from '#lib/sign-off/subjects.ts'
import {signOffTypes} from '#lib/sign-off/types.ts'
import {askSite, problemsOf} from '#sanity/sign-off/ask-site.ts'
import type {Described} from '#sanity/sign-off/describe.ts'

export type SignOffLoad =
  | {state: 'loading'}
  | {state: 'failed'; problems: readonly string[]}
  | {state: 'ready'; described: Described}

/** How long nothing may change before the site is asked how things stand: nobody is asked at every key. */
const restMs = 400

/**
 * Where the sign-off of a document stands, kept up to date while the draft and the record change.
 * @param isOn - whether anybody wants to know
 */
export function useSignOff({type, id}: Subject, isOn = true): {load: SignOffLoad; again: () => void} {
  const client = useClient({apiVersion: '2025-02-19'})
  const [load, setLoad] = useState<SignOffLoad>({state: 'loading'})
  const [asked] = useState(() => new Signal<void>())
  const again = useCallback(() => asked.next(), [asked])
  useEffect(() => {
    if (!isOn) return setLoad({state: 'loading'})
    let isOver = false
    const ask = () =>
      askSite<Described>(client, {type, id}, {do: 'describe'}).then(
        (described) => !isOver && setLoad({state: 'ready', described}),
        (error: unknown) => !isOver && setLoad({state: 'failed', problems: problemsOf(error)}),
      )
    const changes = client.listen(
      `*[_id in [$id, $draft] || (_type == "${signOffTypes.event}" && subject == $id)]`,
      {id, draft: `drafts.${id}`},
      {events: ['welcome', 'mutation'], includeAllVersions: true, visibility: 'query', tag: 'sign-off'},
    )
    const subscription = merge(of(null), changes, asked)
      .pipe(debounceTime(restMs))
      .subscribe({
        next: () => void ask(),
        error: () =>
          setLoad({state: 'failed', problems: ['Changes cannot be followed. Load the Studio again.']}),
      })
    return () => {
      isOver = true
      subscription.unsubscribe()
    }
  }, [client, type, id, asked, isOn])
  return {load, again}
}
