import {LakeError} from '../errors.ts'
import type {Dataset, JsonObject, JsonValue, LakeDocument} from '../types.ts'
import {performActions} from './actions.ts'
import {releasePrefix} from './document-group.ts'
import {timeOf} from './release-actions.ts'

/** Milliseconds after which a clock that was set, or a lake that could not write, is looked at anew. */
const longestWait = 60_000

/**
 * Publishes each scheduled release when its time comes, also one whose time came while the lake did not run. One that
 * cannot be published becomes active again and says why in its `error`, as a hosted one does.
 * @returns the function that ends it
 */
export function followSchedule(dataset: Dataset): () => void {
  let timer: NodeJS.Timeout | undefined

  function plan(): void {
    clearTimeout(timer)
    const times = scheduledReleases(dataset).map(timeOf)
    if (times.length === 0) return
    const wait = Math.max(0, Math.min(...times) - Date.now())
    timer = setTimeout(publishDue, Math.min(wait, longestWait))
    timer.unref()
  }

  function publishDue(): void {
    const due = scheduledReleases(dataset).filter((release) => timeOf(release) <= Date.now())
    const isWritten = due.every((release) => publishRelease(dataset, release))
    if (isWritten) {
      plan()
      return
    }
    timer = setTimeout(publishDue, longestWait)
    timer.unref()
  }

  const unsubscribe = dataset.subscribe(({changes}) => {
    if (changes.some(({documentId}) => documentId.startsWith(releasePrefix))) plan()
  })
  plan()
  return () => {
    unsubscribe()
    clearTimeout(timer)
  }
}

/** Those that say a time. */
function scheduledReleases({documents}: Dataset): LakeDocument[] {
  const found: LakeDocument[] = []
  for (const [id, release] of documents) {
    if (!id.startsWith(releasePrefix) || release.state !== 'scheduled') continue
    if (Number.isFinite(timeOf(release))) found.push(release)
  }
  return found
}

/** @returns false where the lake could not write, so that it has to be tried again */
function publishRelease(dataset: Dataset, release: LakeDocument): boolean {
  const releaseId = release._id.slice(releasePrefix.length)
  // Who scheduled it is who published it.
  const author = dataset.transaction(release._rev)?.author ?? 'system'
  try {
    performActions(dataset, {actions: [{actionType: 'sanity.action.release.publish', releaseId}], author})
    return true
  } catch (error) {
    return error instanceof LakeError && error.status < 500 && reopen(dataset, release, author, error)
  }
}

function reopen(dataset: Dataset, {_id}: LakeDocument, author: string, error: LakeError): boolean {
  const set = {state: 'active', error: {message: reasonOf(error)}}
  try {
    dataset.commit({mutations: [{patch: {id: _id, set, unset: ['publishAt']}}], author})
    return true
  } catch {
    return false
  }
}

/** What stood in the way, without the summary around it. */
function reasonOf({message, body: {error}}: LakeError): string {
  const items = isObject(error) && Array.isArray(error.items) ? error.items : []
  const reasons = items.flatMap((item) =>
    isObject(item) && isObject(item.error) ? [item.error.description] : [],
  )
  return typeof reasons[0] === 'string' ? reasons[0] : message
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
