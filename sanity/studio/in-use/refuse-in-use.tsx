import {useCallback, useState} from 'react'
import {
  type DocumentActionComponent,
  type DocumentActionDescription,
  type DocumentActionDialogProps,
  useClient,
} from 'sanity'
import {actionWrapper} from '../wrapped-action.ts'
import {findUses, type Use} from './uses.ts'
import {UsesList} from './uses-list.tsx'

type Words = {verb: string; done: string}

/** What keeps visitors from something, each with how it is said: after “To”, and after “cannot be”. */
const guarded: {readonly [action: string]: Words | undefined} = {
  delete: {verb: 'delete', done: 'deleted'},
  unpublish: {verb: 'unpublish', done: 'unpublished'},
}

/**
 * Refuses to delete or unpublish what is in use, with the list of uses in the place of the Studio's own question, which
 * would let it happen all the same.
 */
export const refuseInUse = actionWrapper((original) => {
  const words = guarded[original.action ?? '']
  return words ? guard(original, words) : original
})

function guard(original: DocumentActionComponent, words: Words): DocumentActionComponent {
  return (props) => {
    const description = original(props)
    const {answer, look, close} = useUses(props.id)
    if (description === null) return null
    const refused = answer !== null && refusal(answer, words, close)
    return refused
      ? {...description, dialog: refused}
      : {...description, onHandle: () => look(description.onHandle)}
  }
}

type Answer = readonly Use[] | 'unknown'

/** Looks for uses when it is asked, and goes on when there is none. */
function useUses(id: string) {
  const client = useClient({apiVersion: '2025-02-19'})
  const [answer, setAnswer] = useState<Answer | null>(null)
  const close = useCallback(() => setAnswer(null), [])
  const look = async (goOn: DocumentActionDescription['onHandle']) => {
    const found = await findUses(client, id).catch(() => 'unknown' as const)
    if (found !== 'unknown' && found.length === 0) goOn?.()
    else setAnswer(found)
  }
  return {answer, look, close}
}

function refusal(answer: Answer, {verb, done}: Words, close: () => void) {
  const dialog: DocumentActionDialogProps = {
    type: 'dialog',
    header: `This cannot be ${done} while it is in use`,
    onClose: close,
    content:
      answer === 'unknown' ? (
        `Where it is used could not be found out, so nothing was ${done}. Try again in a moment.`
      ) : (
        <UsesList verb={verb} uses={answer} onOpen={close} />
      ),
  }
  return dialog
}
