import {PageFrame} from '#components/page/page-frame.tsx'
import {telephoneAddress} from '#lib/telephone.ts'
import type {ContactDetails} from '#sanity/lib/content/contact-details.ts'
import type {School} from '#sanity/lib/content/school.ts'
import styles from './enquiry.module.css'
import {trailBelow} from './trail.ts'

type Properties = {
  school: School
  trust: ContactDetails
  /** Whether the copy for the sender has gone too. */
  withCopy: boolean
}

/** What a visitor sees whose message has gone. It says nothing about them, so that anybody may see it again. */
export function EnquirySent({school, trust, withCopy}: Properties) {
  const {name, telephone, address} = school
  const number = telephone ?? trust.telephone
  return (
    <PageFrame title="Your message has been sent" trail={trailBelow(school, 'Message sent')} compact>
      <div className={styles.words}>
        <p>It is with {name}, who can answer you at the e-mail address that you gave.</p>
        {withCopy ? (
          <p>
            A copy is on its way to you. If it does not arrive within the hour, look among your unwanted mail:
            the school’s answer may end up there too.
          </p>
        ) : (
          <p>
            We could not send you a copy. If you may have mistyped your e-mail address, please write again:
            otherwise the school cannot answer you.
          </p>
        )}
        {number !== null && (
          <p>
            If it is urgent, call {telephone === null ? trust.trustName : name} on{' '}
            <a href={telephoneAddress(number)}>{number}</a>.
          </p>
        )}
        <p>
          <a href={address}>Back to {name}</a>
        </p>
      </div>
    </PageFrame>
  )
}
