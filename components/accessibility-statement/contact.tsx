import {telephoneAddress} from '#lib/telephone.ts'
import type {AccessibilityFacts} from '#sanity/lib/content/accessibility.ts'
import type {ContactDetails} from '#sanity/lib/content/contact-details.ts'
import {editable, within} from '#sanity/lib/origin.ts'

type Properties = {facts: AccessibilityFacts; contact: ContactDetails}

/** Whom to ask for another format, and whom to tell what does not work. */
export function Contact({facts, contact}: Properties) {
  const email = facts.contactEmail ?? contact.email
  const emailOrigin =
    facts.contactEmail === null ? within(contact.origin, 'email') : within(facts.origin, 'contactEmail')
  const {telephone, postalAddress} = contact
  return (
    <section>
      <h2>Tell us, or ask for something in another way</h2>
      <p>
        If something here does not work for you, or you need it in another format, such as large print, easy
        read, audio or braille, tell us which page it is and what you need:
      </p>
      <ul>
        {email !== null && (
          <li>
            e-mail{' '}
            <a href={`mailto:${email}`} {...editable(emailOrigin)}>
              {email}
            </a>
          </li>
        )}
        {telephone !== null && (
          <li>
            telephone <a href={telephoneAddress(telephone)}>{telephone}</a>
          </li>
        )}
        {email === null && telephone === null && postalAddress !== null && <li>write to {postalAddress}</li>}
      </ul>
      {facts.answerWithin !== null && (
        <p {...editable(facts.origin, 'answerWithin')}>{promise(facts.answerWithin)}</p>
      )}
    </section>
  )
}

/** @param days - working days */
const promise = (days: number) =>
  `We answer within ${days === 1 ? 'one working day' : `${days} working days`}.`
