import {useCallback, useEffect, useRef, useState} from 'react'
import {useClient} from 'sanity'
import type {Subject} from '#lib/sign-off/subjects.ts'
import {signOffTypes} from '#lib/sign-off/types.ts'
import {askSite} from '#sanity/sign-off/ask-site.ts'
import type {Described} from '#sanity/sign-off/describe.ts'
import {followSite, type Load} from './follow.ts'

/**
 * Where the sign-off of a document stands, kept up to date while the draft and the record change.
 * @param isOn - whether anybody wants to know
 */
export function useSignOff({type, id}: Subject, isOn = true): {load: Load<Described>; again: () => void} {
  const client = useClient({apiVersion: '2025-02-19'})
  const [load, setLoad] = useState<Load<Described>>({state: 'loading'})
  const following = useRef<{again: () => void} | null>(null)
  const again = useCallback(() => following.current?.again(), [])
  useEffect(() => {
    if (!isOn) return setLoad({state: 'loading'})
    const documents = {
      query: `*[_id in [$id, $draft] || (_type == "${signOffTypes.event}" && subject == $id)]`,
      params: {id, draft: `drafts.${id}`},
    }
    const ask = () => askSite<Described>(client, {type, id}, {do: 'describe'})
    const follow = followSite(client, documents, ask, setLoad)
    following.current = follow
    return () => follow.stop()
  }, [client, type, id, isOn])
  return {load, again}
}
