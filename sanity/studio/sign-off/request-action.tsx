import {EnvelopeIcon} from '@sanity/icons/Envelope'
import {Text} from '@sanity/ui'
import {useCallback, useRef, useState} from 'react'
import {type DocumentActionComponent, useClient} from 'sanity'
import {isSubjectType} from '#lib/sign-off/subjects.ts'
import {isAskedAbout} from './asked-about.ts'
import {giveFocusBack, openerNow} from './focus.ts'
import {Question} from './question.tsx'
import {RequestForm} from './request-form.tsx'

/** Asks a headteacher to sign off what the draft says. */
export const requestSignOff: DocumentActionComponent = ({id, type, draft, published, onComplete}) => {
  const client = useClient({apiVersion: '2025-02-19'})
  const [isOpen, setOpen] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const opener = useRef<HTMLElement | null>(null)
  const isTyped = useRef(false)
  const onTyped = useCallback((is: boolean) => {
    isTyped.current = is
  }, [])
  if (!isSubjectType(type) || !isAskedAbout({type, draft, published})) return null
  const close = () => {
    setLeaving(false)
    setOpen(false)
    giveFocusBack(opener.current)
    onComplete()
  }
  const open = () => {
    opener.current = openerNow()
    setOpen(true)
  }
  return {
    label: 'Request sign-off',
    icon: EnvelopeIcon,
    disabled: draft === null && published === null,
    title: 'Ask the school whether it agrees to these words',
    onHandle: open,
    ...(isOpen
      ? {
          dialog: {
            type: 'dialog',
            header: 'Request sign-off',
            onClose: () => (isTyped.current ? setLeaving(true) : close()),
            content: (
              <>
                <RequestForm client={client} subject={{type, id}} onClose={close} onTyped={onTyped} />
                {isLeaving && (
                  <Question
                    title="Close without sending?"
                    no="Go on writing"
                    yes="Close without sending"
                    tone="critical"
                    onNo={() => setLeaving(false)}
                    onYes={close}
                  >
                    <Text size={1}>Nobody has been asked yet, and what you typed is lost.</Text>
                  </Question>
                )}
              </>
            ),
          },
        }
      : {}),
  }
}
