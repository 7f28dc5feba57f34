import type {ReactNode} from 'react'
import {ButtonLink} from '#components/button/index.tsx'
import {HeldBack} from '#components/held-back/index.tsx'
import {contactInSentence} from '#lib/contact-name.ts'
import {telephoneAddress} from '#lib/telephone.ts'
import type {ContactDetails} from '#sanity/lib/content/contact-details.ts'
import type {ContactRoute, School} from '#sanity/lib/content/school.ts'
import {editable, within} from '#sanity/lib/origin.ts'
import styles from './school.module.css'

type Properties = {
  school: School
  trust: ContactDetails
  /** Whether it stands on the brand's ground or on paper. */
  look?: 'sunny' | 'full'
}

/** How to reach a school: the way that it chose, else in plain words how else. */
export function SchoolContact({school, trust}: Properties) {
  const {name, address, contactRoute, happyToBeAsked, askingHeldBack = null, origin} = school
  return (
    <section className={styles.contact} aria-labelledby="talk" {...editable(origin, 'contactRoute')}>
      <h2 className={styles.heading} id="talk">
        Talk to this school
      </h2>
      <HeldBack reason={askingHeldBack} mend={within(origin, 'contactRoute')} />
      {contactRoute !== null && happyToBeAsked && (
        <p {...editable(origin, 'happyToBeAsked')}>
          <bdi>{name}</bdi> is happy to talk about how being in our Trust has helped it. Drop them a line.
        </p>
      )}
      {contactRoute?.kind === 'email' ? (
        <>
          {contactRoute.name !== null && (
            <p>
              Your message goes to <bdi>{contactInSentence(contactRoute.name)}</bdi>.
            </p>
          )}
          <ButtonLink href={`${address}/talk`} look="sunny">
            Write to this school
          </ButtonLink>
          {contactRoute.email !== null && (
            <p>
              Or send an e-mail to{' '}
              <a className={styles.email} href={`mailto:${contactRoute.email}`}>
                <EmailAddress email={contactRoute.email} />
              </a>
              .
            </p>
          )}
        </>
      ) : (
        <OtherWays school={school} trust={trust} />
      )}
    </section>
  )
}

/** The address may be broken before its @ and nowhere else, as long as there is room. */
function EmailAddress({email}: {email: string}) {
  const [name, host] = email.split('@')
  return (
    <>
      {name}
      <wbr />@{host}
    </>
  )
}

/** How to reach a school that cannot be written to on this site. */
export function OtherWays({school, trust, look = 'sunny'}: Properties) {
  const {name, telephone, website, contactRoute, status, origin} = school
  if (contactRoute !== null && status !== 'left') {
    const chosen = chosenWay(contactRoute, look)
    if (chosen !== null) {
      return (
        <>
          {contactRoute.name !== null && <p>Ask for {contactInSentence(contactRoute.name)}.</p>}
          {chosen}
        </>
      )
    }
  }
  if (telephone !== null) {
    return (
      <p>
        Call <bdi>{name}</bdi> on{' '}
        <a href={telephoneAddress(telephone)} {...editable(origin, 'telephone')}>
          {telephone}
        </a>
        .
      </p>
    )
  }
  if (website !== null) {
    return (
      <p>
        You can reach <bdi>{name}</bdi> through{' '}
        <a href={website} {...editable(origin, 'website')}>
          its own website
        </a>
        .
      </p>
    )
  }
  return (
    <p>
      We know no other way to reach <bdi>{name}</bdi> directly.{' '}
      {trust.email !== null ? (
        <>
          Write to us at <a href={`mailto:${trust.email}`}>{trust.email}</a> and we will put you in touch.
        </>
      ) : (
        'Ask us, and we will put you in touch.'
      )}
    </p>
  )
}

/** Null when the school is written to through a form of this site, and shows no address of its own. */
function chosenWay(route: ContactRoute, look: 'sunny' | 'full'): ReactNode {
  if (route.kind === 'telephone') {
    return (
      <ButtonLink href={telephoneAddress(route.telephone)} look={look}>
        Call {route.telephone}
      </ButtonLink>
    )
  }
  if (route.kind === 'website') {
    return (
      <ButtonLink href={route.url} look={look}>
        Use the form at {new URL(route.url).hostname}
      </ButtonLink>
    )
  }
  if (route.email === null) return null
  return (
    <ButtonLink href={`mailto:${route.email}`} look={look}>
      <EmailAddress email={route.email} />
    </ButtonLink>
  )
}
