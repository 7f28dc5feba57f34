import {useToast} from '@sanity/ui/toast'
import {useEffect, useEffectEvent, useState} from 'react'
import {catchError, combineLatest, debounceTime, first, map, type Observable, of, timeout} from 'rxjs'
import {
  type DocumentActionComponent,
  type DocumentActionDescription,
  type DocumentActionProps,
  type DocumentStore,
  getDraftId,
  useDocumentStore,
  useTranslation,
} from 'sanity'
import {structureLocaleNamespace} from 'sanity/structure'
import {actionWrapper} from './wrapped-action.ts'

/**
 * How long nothing may change before the Studio's verdict counts. It looks at a form at most every 200 ms, and a text
 * hands on its last keys up to 250 ms late.
 */
const restMs = 400

/** How long a press is remembered: whoever waits longer has gone on to something else. */
const limitMs = 15_000

/**
 * Publishes what the form shows when Publish is pressed. The Studio shows its verdict on an earlier state beside the
 * newest state for a moment, and would refuse or publish by that; so the press waits until the verdict rests.
 */
export const publishWhenChecked = actionWrapper((original) =>
  original.action === 'publish' ? whenChecked(original) : original,
)

function whenChecked(original: DocumentActionComponent): DocumentActionComponent {
  return (props) => {
    const description = original(props)
    const {isWaiting, press} = usePress(props, description)
    const {t} = useTranslation(structureLocaleNamespace)
    if (description === null) return null
    if (!isWaiting) return {...description, onHandle: press}
    return {
      ...description,
      disabled: true,
      label: t('action.publish.validation-in-progress.label'),
      title: t('action.publish.waiting'),
      shortcut: null,
    }
  }
}

/** Remembers that Publish was pressed, and goes on as soon as that can be judged. */
function usePress({id, type}: DocumentActionProps, description: DocumentActionDescription | null) {
  const documentStore = useDocumentStore()
  const [isWaiting, setWaiting] = useState(false)
  const {t} = useTranslation(structureLocaleNamespace)
  const toast = useToast()
  const refuse = (reason: 'validation-issues' | 'not-checked') =>
    toast.push({
      status: 'error',
      title: t(`action.publish.${reason}-toast.title`),
      description: t(`action.publish.${reason}-toast.description`),
    })
  const goOn = useEffectEvent((verdict: Verdict) => {
    setWaiting(false)
    if (verdict === 'in-order' && !description?.disabled) description?.onHandle?.()
    else if (verdict === 'wrong') refuse('validation-issues')
    else if (verdict !== 'gone') refuse('not-checked')
  })
  useEffect(() => {
    if (!isWaiting) return
    const waiting = verdictOn(documentStore, id, type).subscribe(goOn)
    return () => waiting.unsubscribe()
  }, [isWaiting, documentStore, id, type])
  return {isWaiting, press: () => setWaiting(true)}
}

/** On a draft; `gone` where there is none any more, `unknown` where it could not be saved and checked in time. */
type Verdict = 'in-order' | 'wrong' | 'gone' | 'unknown'

/** The Studio's verdict on the draft as it is, once that is saved and nothing changes any more. */
function verdictOn({pair}: DocumentStore, id: string, type: string): Observable<Verdict> {
  return combineLatest([
    pair.editState(id, type),
    pair.consistencyStatus(id, type),
    pair.validation(getDraftId(id), type, true),
  ]).pipe(
    debounceTime(restMs),
    first(
      ([{draft}, isSaved, {isValidating, revision}]) => isSaved && !isValidating && revision === draft?._rev,
    ),
    map(([{draft}, , {validation}]) => {
      if (draft === null) return 'gone'
      return validation.some(({level}) => level === 'error') ? 'wrong' : 'in-order'
    }),
    timeout(limitMs),
    catchError(() => of('unknown' as const)),
  )
}
