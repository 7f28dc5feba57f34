import {EnvelopeIcon} from '@sanity/icons/Envelope'
import {useState} from 'react'
import {type DocumentActionComponent, useClient} from 'sanity'
import {isSubjectType} from '#lib/sign-off/subjects.ts'
import {isAskedAbout} from './asked-about.ts'
import {RequestForm} from './request-form.tsx'

/** Asks a headteacher to sign off what the draft says. */
export const requestSignOff: DocumentActionComponent = ({id, type, draft, published, onComplete}) => {
  const client = useClient({apiVersion: '2025-02-19'})
  const [isOpen, setOpen] = useState(false)
  if (!isSubjectType(type) || !isAskedAbout({type, draft, published})) return null
  const close = () => {
    setOpen(false)
    onComplete()
  }
  return {
    label: 'Request sign-off',
    icon: EnvelopeIcon,
    disabled: draft === null && published === null,
    title: 'Ask the school whether it agrees to these words',
    onHandle: () => setOpen(true),
    ...(isOpen
      ? {
          dialog: {
            type: 'dialog',
            header: 'Request sign-off',
            onClose: close,
            content: <RequestForm client={client} subject={{type, id}} onClose={close} />,
          },
        }
      : {}),
  }
}
