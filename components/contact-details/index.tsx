import {telephoneAddress} from '#lib/telephone.ts'
import type {ContactDetails as Details} from '#sanity/lib/content/contact-details.ts'
import {editable} from '#sanity/lib/origin.ts'
import styles from './contact-details.module.css'

/** How to reach the Trust; what is not known is left out. */
export function ContactDetails({details}: {details: Details}) {
  const {trustName, postalAddress, telephone, email, origin} = details
  return (
    <address className={styles.details}>
      <p className={styles.name}>{trustName}</p>
      {postalAddress !== null && <p className={styles.postal}>{postalAddress}</p>}
      {telephone !== null && (
        <p>
          Telephone: <a href={telephoneAddress(telephone)}>{telephone}</a>
        </p>
      )}
      {email !== null && (
        <p>
          E-mail:{' '}
          <a href={`mailto:${email}`} {...editable(origin, 'email')}>
            {email}
          </a>
        </p>
      )}
    </address>
  )
}
