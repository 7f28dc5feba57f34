import type {ReactNode} from 'react'
import {ErrorSummary} from '#components/form/error-summary.tsx'
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
            Too many messages came in a short time, from the network that you use, from your address or for{' '}
            {schoolName}. {kept} Try again in {inWords(failure.minutes)}.
          </p>
          {call}
        </Summary>
      )
    case 'too-quick':
      return (
        <Summary>
          <p>
            It came quicker than people type, as messages of programs do. {kept} If you are a person, please
            press “Send message” once more.
          </p>
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

function inWords(minutes: number): string {
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}
