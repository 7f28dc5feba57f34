'use server'

import {headers} from 'next/headers'
import {redirect} from 'next/navigation'
import {defences} from '#lib/enquiry/defences.ts'
import {blankState, type EnquiryState} from '#lib/enquiry/fields.ts'
import {submitEnquiry} from '#lib/enquiry/submit.ts'
import {env} from '#lib/env.ts'
import {log} from '#lib/log/log.ts'
import {sendMail} from '#lib/mail/send.ts'
import {isOwnOrigin} from '#lib/own-origin.ts'
import {sentAddress} from '#lib/site-addresses.ts'
import {getEnquiryParties} from '#sanity/lib/content.ts'
import {answerHeader, answerWith, noteFormRead} from '#sanity/lib/requests/form-answer.ts'
import {visitorHeader} from '#sanity/lib/requests/visitor.ts'

/** With this Next.js's own script calls a function of the server; a browser that posts a form does not send it. */
const scriptHeader = 'next-action'

/** Takes the form of `/schools/<slug>/talk`: goes on to the confirmation, or gives the form back as it stands. */
export async function sendEnquiry(_before: EnquiryState, form: FormData): Promise<EnquiryState> {
  const configuration = env()
  const requestHeaders = await headers()
  // Whatever a program sends in its place arrives here as well.
  if (!(form instanceof FormData)) {
    answerWith(400, requestHeaders.get(answerHeader))
    return {...blankState, failure: {kind: 'stranger'}}
  }
  noteFormRead(requestHeaders.get(answerHeader))
  const outcome = await submitEnquiry(
    {form, headers: requestHeaders, visitor: requestHeaders.get(visitorHeader) ?? ''},
    {
      isOwnOrigin: (origin) => isOwnOrigin(origin, configuration),
      partiesOf: getEnquiryParties,
      deliver: (letter) => sendMail(letter, configuration.mail),
      defences: defences(),
      report: (problem) => log.error('mail', problem),
    },
  )
  if (outcome.kind === 'sent') {
    const sentTo = sentAddress(outcome.schoolSlug, outcome.withCopy)
    return requestHeaders.has(scriptHeader) ? {...blankState, sentTo} : redirect(sentTo)
  }
  answerWith(outcome.status, requestHeaders.get(answerHeader))
  return outcome.state
}
