'use client'

import {type ReactNode, useActionState, useEffect} from 'react'
import {SubmitButton} from '#components/button/index.tsx'
import {ErrorSummary} from '#components/form/error-summary.tsx'
import {Field} from '#components/form/field.tsx'
import formStyles from '#components/form/form.module.css'
import {
  decoyField,
  type EnquiryField,
  type EnquiryState,
  enquiryFields,
  schoolField,
} from '#lib/enquiry/fields.ts'
import {talkAddress} from '#lib/site-addresses.ts'
import styles from './enquiry.module.css'
import {Failure, type OtherWay} from './failure.tsx'

export type EnquiryAction = (before: EnquiryState, form: FormData) => Promise<EnquiryState>

type Properties = {
  slug: string
  schoolName: string
  /** What tabs call the page, and screen readers first of all. */
  pageTitle: string
  otherWay: OtherWay
  action: EnquiryAction
  /** How the form stands when it is opened. */
  answered: EnquiryState
  /** What is shown in place of the form, where the school cannot be written to; null where it can. */
  instead: ReactNode
  /** What visitors read before they send. */
  children: ReactNode
}

/** Names of the HTML standard for what browsers know of the visitor. */
const autoComplete: {[field in EnquiryField]: string} = {
  name: 'name',
  role: 'organization-title',
  organisation: 'organization',
  email: 'email',
  // Switched off, browsers would not hold the words for whoever goes back to them.
  message: 'on',
}

/** The form by which visitors write to a school. Without script the answer to it is this page, with what was typed. */
export function EnquiryForm(properties: Properties) {
  const {slug, schoolName, pageTitle, otherWay, action, answered, instead, children} = properties
  // Sent without script to the page as such: an address that ends in “#content” would take the focus from the summary.
  const [{values, problems, failure, sentTo}, send] = useActionState(action, answered, talkAddress(slug))
  // A whole new page: Next.js would keep this one hidden beside the confirmation, with its heading and its ids.
  useEffect(() => {
    if (sentTo !== undefined) window.location.assign(sentTo)
  }, [sentTo])
  const errorOf = (field: EnquiryField) =>
    problems.find((problem) => problem.field === field)?.message ?? null
  if (instead !== null) return <Closed pageTitle={pageTitle} instead={instead} message={values.message} />
  return (
    <>
      <title>{problems.length > 0 || failure !== null ? `Error: ${pageTitle}` : pageTitle}</title>
      {problems.length > 0 && <ErrorSummary title="There is a problem" problems={problems} />}
      {failure !== null && <Failure failure={failure} schoolName={schoolName} otherWay={otherWay} />}
      <form action={send} className={formStyles.form} noValidate>
        <input type="hidden" name={schoolField} value={slug} />
        {enquiryFields.map(({name, label, hint, required}) => (
          <Field
            key={name}
            name={name}
            label={label}
            hint={hint}
            required={required}
            error={errorOf(name)}
            value={values[name]}
            kind={kindOf(name)}
            autoComplete={autoComplete[name]}
          />
        ))}
        <div className={styles.decoy}>
          <label htmlFor="decoy">Leave this field empty</label>
          <input id="decoy" name={decoyField} tabIndex={-1} autoComplete="off" />
        </div>
        {children}
        <SubmitButton>Send message</SubmitButton>
      </form>
    </>
  )
}

/** A school may close its form while somebody writes: their words are still theirs. */
function Closed({pageTitle, instead, message}: {pageTitle: string; instead: ReactNode; message: string}) {
  return (
    <>
      <title>{pageTitle}</title>
      {instead}
      {message !== '' && (
        <label className={styles.kept}>
          <strong>Your message has not been sent. These are your words, to be copied:</strong>
          <textarea readOnly rows={8} className={formStyles.input} value={message} dir="auto" />
        </label>
      )}
    </>
  )
}

function kindOf(field: EnquiryField): 'text' | 'email' | 'long' {
  if (field === 'email') return 'email'
  return field === 'message' ? 'long' : 'text'
}
