import {type Observable, shareReplay} from 'rxjs'
import type {DocumentStore} from 'sanity'
import {settingsType} from './documents.ts'

/** One listener for each store, however many previews ask. */
const known = new WeakMap<DocumentStore, Observable<string | null>>()

/** The id of the page that visitors see first; null when the settings name none. Follows what is published. */
export function homePageId(documentStore: DocumentStore): Observable<string | null> {
  const found = known.get(documentStore) ?? listen(documentStore)
  known.set(documentStore, found)
  return found
}

function listen(documentStore: DocumentStore): Observable<string | null> {
  const answers: Observable<string | null> = documentStore.listenQuery(
    {fetch: '*[_id == $settings][0].homePage._ref', listen: '*[_id == $settings]'},
    {settings: settingsType},
    {perspective: 'published', tag: 'studio.home-page'},
  )
  return answers.pipe(shareReplay({bufferSize: 1, refCount: true}))
}
