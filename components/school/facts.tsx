import type {ReactNode} from 'react'
import {phaseTitle} from '#components/school-list/index.tsx'
import {dayInWords} from '#lib/dates.ts'
import {ofstedAddress} from '#lib/schools.ts'
import {telephoneAddress} from '#lib/telephone.ts'
import type {School} from '#sanity/lib/content/school.ts'
import styles from './school.module.css'

/** The facts of a school, with where they were taken from. What is blank has no label. */
export function SchoolFacts({school}: {school: School}) {
  const takenOn = dayInWords(school.registerFactsTakenOn)
  return (
    <section className={styles.facts}>
      <h2 className={styles.heading}>About this school</h2>
      <dl className={styles.list}>
        <Fact name="Phase">{phaseTitle(school)}</Fact>
        <Fact name="Ages">{school.ages === null ? null : `${school.ages.from} to ${school.ages.to}`}</Fact>
        <Fact name={school.status === 'joining' ? 'Joins the Trust' : 'Joined the Trust'}>
          {dayInWords(school.joinedOn)}
        </Fact>
        <Fact name="Headteacher">{school.headteacher}</Fact>
        <Fact name="Religious character">{school.religiousCharacter}</Fact>
        <Fact name="Address">
          {school.postalAddress.length === 0 ? null : <Address lines={school.postalAddress} />}
        </Fact>
        <Fact name="Telephone">
          {school.telephone === null ? null : (
            <a href={telephoneAddress(school.telephone)}>{school.telephone}</a>
          )}
        </Fact>
        <Fact name="Website">
          {school.website === null ? null : <a href={school.website}>{new URL(school.website).hostname}</a>}
        </Fact>
        <Fact name="Unique Reference Number">{school.urn}</Fact>
      </dl>
      {takenOn !== null && <p className={styles.origin}>From Get Information about Schools, {takenOn}.</p>}
      {school.urn !== null && <Inspection urn={school.urn} />}
    </section>
  )
}

function Fact({name, children}: {name: string; children: ReactNode}) {
  if (children === null) return null
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Address({lines}: {lines: string[]}) {
  return lines.map((line) => (
    <span key={line} className={styles.line}>
      {line}
    </span>
  ))
}

/** The report itself is linked and no grade is shown, because Ofsted gives none any more. */
function Inspection({urn}: {urn: string}) {
  const address = ofstedAddress(urn)
  return (
    <p className={styles.origin}>
      {address === null ? (
        'There is no link to Ofsted’s reports here, because no school is registered under this number.'
      ) : (
        <>
          <a href={address}>Read Ofsted’s reports on this school</a>.
        </>
      )}{' '}
      We show no grade: Ofsted stopped giving schools a single-word grade on 2 September 2024, and its reports
      say more.
    </p>
  )
}
