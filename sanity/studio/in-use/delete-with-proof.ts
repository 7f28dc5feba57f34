import {useState} from 'react'
import {
  type DocumentActionComponent,
  type DocumentActionDescription,
  type DocumentActionDialogProps,
  getDraftId,
  useClient,
} from 'sanity'
import {proofIdOf} from '#lib/testimonials.ts'
import {actionWrapper} from '../wrapped-action.ts'

/**
 * Deletes a testimonial together with its private proof, which holds names and addresses that nobody has a reason to keep
 * without it, and which could not be found any more. Both go in one transaction, or neither does.
 */
export const deleteWithProof = actionWrapper((original) =>
  original.action === 'delete' ? withProof(original) : original,
)

function withProof(original: DocumentActionComponent): DocumentActionComponent {
  return (props) => {
    const description = original(props)
    const deletion = useDeletion(props.id)
    if (description === null || props.type !== 'testimonial') return description
    return {
      ...description,
      onHandle: () => deletion.ask(description.onHandle),
      dialog: deletion.dialog ?? description.dialog,
    }
  }
}

/** Asks about both where there is a proof, and leaves the question to the Studio where there is none. */
function useDeletion(testimonialId: string) {
  const client = useClient({apiVersion: '2025-02-19'})
  const [stage, setStage] = useState<'asking' | 'failed' | null>(null)
  const proofId = proofIdOf(testimonialId)
  const both = [testimonialId, getDraftId(testimonialId), proofId, getDraftId(proofId)]
  const ask = async (goOn: DocumentActionDescription['onHandle']) => {
    const proofs = await client
      .fetch<number>('count(*[_id in $ids])', {ids: both.slice(2)}, {perspective: 'raw', tag: 'in-use.proof'})
      .catch(() => null)
    if (proofs === 0) goOn?.()
    else setStage(proofs === null ? 'failed' : 'asking')
  }
  const deleteBoth = () => {
    const transaction = client.transaction()
    for (const id of both) transaction.delete(id)
    transaction.commit({tag: 'in-use.delete-with-proof'}).then(
      () => setStage(null),
      () => setStage('failed'),
    )
  }
  const dialogs: {readonly [name in 'asking' | 'failed']: DocumentActionDialogProps} = {
    asking: {
      type: 'confirm',
      tone: 'critical',
      message:
        'Delete this testimonial for good? Its private proof goes with it: who said it, how to reach them, and their permission.',
      confirmButtonText: 'Delete both',
      onConfirm: deleteBoth,
      onCancel: () => setStage(null),
    },
    failed: {
      type: 'dialog',
      header: 'Nothing was deleted',
      content: 'The testimonial and its private proof could not be deleted. Try again in a moment.',
      onClose: () => setStage(null),
    },
  }
  return {ask, dialog: stage && dialogs[stage]}
}
