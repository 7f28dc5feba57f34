import {telephoneAddress} from '#lib/telephone.ts'
import type {ContactDetails} from '#sanity/lib/content/contact-details.ts'
import type {ContactRoute, School} from '#sanity/lib/content/school.ts'
import styles from './school.module.css'

type Properties = {school: School; trust: ContactDetails}

/** How to reach a school: the way that it chose, else in plain words how else. */
export function SchoolContact({school, trust}: Properties) {
  const {contactRoute, happyToBeAsked} = school
  return (
    <section className={styles.contact} aria-labelledby="talk">
      <h2 className={styles.heading} id="talk">
        Talk to this school
      </h2>
      {contactRoute === null ? (
        <OtherWays school={school} trust={trust} />
      ) : (
        <>
          {happyToBeAsked && (
            <p>
              <bdi>{school.name}</bdi> is happy to talk about how being in our Trust has helped it. Drop them
              a line.
            </p>
          )}
          {contactRoute.name !== null && (
            <p>
              Ask for <bdi>{contactRoute.name}</bdi>.
            </p>
          )}
          <a className={styles.contactLink} href={contactRoute.address}>
            <RouteWords route={contactRoute} />
          </a>
        </>
      )}
    </section>
  )
}

/** An e-mail address may be broken before its @ and nowhere else, as long as there is room. */
function RouteWords({route: {kind, words}}: {route: ContactRoute}) {
  if (kind === 'website') return `Use the form at ${words}`
  const [name, host] = words.split('@')
  return host === undefined ? (
    words
  ) : (
    <>
      {name}
      <wbr />@{host}
    </>
  )
}

function OtherWays({school: {name, telephone, website}, trust}: Properties) {
  if (telephone !== null) {
    return (
      <p>
        Call <bdi>{name}</bdi> on <a href={telephoneAddress(telephone)}>{telephone}</a>.
      </p>
    )
  }
  if (website !== null) {
    return (
      <p>
        You can reach <bdi>{name}</bdi> through <a href={website}>its own website</a>.
      </p>
    )
  }
  return (
    <p>
      <bdi>{name}</bdi> has not chosen a way to be written to.{' '}
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
