import {useToast} from '@sanity/ui/toast'
import {useRef, useState} from 'react'
import {type DocumentActionComponent, useClient} from 'sanity'
import {isSubjectType} from '#lib/sign-off/subjects.ts'
import {askSite, problemsOf} from '#sanity/sign-off/ask-site.ts'
import {actionWrapper} from '../wrapped-action.ts'
import {isAskedAbout} from './asked-about.ts'
import {giveFocusBack, openerNow} from './focus.ts'
import {Problems} from './problems.tsx'

/**
 * Publishes what a school has agreed to, through the site, which looks whether it has: exactly the draft that it looked
 * at is published, or nothing.
 */
export const publishAgreed = actionWrapper((original) =>
  original.action === 'publish' ? gated(original) : original,
)

function gated(original: DocumentActionComponent): DocumentActionComponent {
  return (props) => {
    const description = original(props)
    const client = useClient({apiVersion: '2025-02-19'})
    const [isPublishing, setPublishing] = useState(false)
    const [problems, setProblems] = useState<readonly string[] | null>(null)
    const opener = useRef<HTMLElement | null>(null)
    const toast = useToast()
    const {id, type, onComplete} = props
    if (description === null || !isSubjectType(type) || !isAskedAbout(props)) return description
    const publish = async () => {
      opener.current = openerNow()
      setPublishing(true)
      try {
        await askSite(client, {type, id}, {do: 'publish'})
        toast.push({status: 'success', title: 'Published'})
        onComplete()
      } catch (error) {
        setProblems(problemsOf(error))
      } finally {
        setPublishing(false)
      }
    }
    const close = () => {
      setProblems(null)
      giveFocusBack(opener.current)
    }
    return {
      ...description,
      ...(isPublishing ? {disabled: true, label: 'Publishing …'} : {}),
      onHandle: () => void publish(),
      ...(problems === null
        ? {}
        : {
            dialog: {
              type: 'dialog',
              header: 'Nothing was published',
              onClose: close,
              content: <Problems problems={problems} />,
            },
          }),
    }
  }
}
