import type {ReactNode} from 'react'
import {ErrorSummary} from '#components/form/error-summary.tsx'
import type {CountedBy} from '#lib/enquiry/defences.ts'
import type {EnquiryFailure} from '#lib/enquiry/fields.ts'
import {telephoneAddress} from '#lib/telephone.ts'

/** Whom to call when the form does not work; null when no number is known. */
export type OtherWay = {name: string; telephone: string} | null

type Properties = {failure: NonNullable<EnquiryFailure>; schoolName: string; otherWay: OtherWay}

/** Says at once that a message was not sent, and what to do. The words are still in the form below. */
export function Failure({failure, schoolName, otherWay}: Properties) {
  const kept = 'Your words are still in the form below.'
  const call = otherWay === null ? null : <Call {...otherWay} />
  switch (failure.kind) {
    case 'not-sent':
      return (
        <Summary>
          <p>
            Something went wrong on our side, and nothing has reached {schoolName}. {kept} Try again in a few
            minutes.
          </p>
          {call}
        </Summary>
      )
    case 'too-many':
      return (
        <Summary>
          <p>
            {whyTooMany(failure.by, schoolName)} {kept} Try again in {inWords(failure.minutes)}.
          </p>
          {call}
        </Summary>
      )
    case 'too-quick':
      return (
        <Summary>
          <p>
            It came within a few seconds of opening the form, which is how programs send unwanted messages.{' '}
            {kept} Please press “Send message” once more.
          </p>
          {call}
        </Summary>
      )
    case 'decoy':
      return (
        <Summary>
          <p>
            A field that only programs see was filled in, perhaps by your browser. {kept} Please press “Send
            message” once more.
          </p>
          {call}
        </Summary>
      )
    case 'stranger':
      return (
        <Summary>
          <p>It was not sent from this page. {kept} Please press “Send message” once more.</p>
          {call}
        </Summary>
      )
  }
}

function Summary({children}: {children: ReactNode}) {
  return (
    <ErrorSummary title="Your message has not been sent" problems={none}>
      {children}
    </ErrorSummary>
  )
}

const none: readonly never[] = []

function Call({name, telephone}: NonNullable<OtherWay>) {
  return (
    <p>
      Or call {name} on <a href={telephoneAddress(telephone)}>{telephone}</a>.
    </p>
  )
}

/** What happened, in one sentence: programs are meant, and who reads it is most likely none. */
function whyTooMany(by: CountedBy, schoolName: string): string {
  switch (by) {
    case 'network':
      return 'Many messages came in the last hour from the network that you use, perhaps from other people in it.'
    case 'school':
      return `Many people have written to ${schoolName} in the last hour.`
    case 'sender':
      return 'Many messages were sent in the last hour with your e-mail address.'
    case 'sender-to-school':
      return `Several messages were sent to ${schoolName} in the last hour with your e-mail address.`
  }
}

function inWords(minutes: number): string {
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}
