import type {ReactNode} from 'react'
import {phaseTitle} from '#components/school-list/index.tsx'
import {dayInWords} from '#lib/dates.ts'
import {ofstedAddress} from '#lib/schools.ts'
import {telephoneAddress} from '#lib/telephone.ts'
import type {School} from '#sanity/lib/content/school.ts'
import {editable} from '#sanity/lib/origin.ts'
import styles from './school.module.css'

/** The facts of a school, with where they were taken from. What is blank has no label, and nothing no heading. */
export function SchoolFacts({school}: {school: School}) {
  const facts = factsOf(school).filter(({fact}) => fact !== null)
  if (facts.length === 0) return null
  return (
    <section className={styles.facts}>
      <h2 className={styles.heading}>About this school</h2>
      <dl className={styles.list}>
        {facts.map(({name, fact, path}) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd {...editable(school.origin, path)}>{fact}</dd>
          </div>
        ))}
      </dl>
      <Origin school={school} />
    </section>
  )
}

function factsOf(school: School): {name: string; path: string; fact: ReactNode}[] {
  const {ages, status, joinedOn, headteacher, religiousCharacter, postalAddress, telephone, website, urn} =
    school
  return [
    {name: 'Phase', path: 'phase', fact: phaseTitle(school)},
    {name: 'Ages', path: 'ages', fact: ages && `${ages.from} to ${ages.to}`},
    {
      name: status === 'joining' ? 'Joins the Trust' : 'Joined the Trust',
      path: 'joinedOn',
      fact: dayInWords(joinedOn),
    },
    {name: 'Headteacher', path: 'headteacher', fact: headteacher},
    {name: 'Religious character', path: 'religiousCharacter', fact: religiousCharacter},
    {
      name: 'Address',
      path: 'address',
      fact: postalAddress.length === 0 ? null : <Address lines={postalAddress} />,
    },
    {
      name: 'Telephone',
      path: 'telephone',
      fact: telephone && <a href={telephoneAddress(telephone)}>{telephone}</a>,
    },
    {name: 'Website', path: 'website', fact: website && <a href={website}>{new URL(website).hostname}</a>},
    {name: 'Unique Reference Number', path: 'urn', fact: urn},
  ]
}

function Address({lines}: {lines: string[]}) {
  return lines.map((line) => (
    <span key={line} className={styles.line}>
      {line}
    </span>
  ))
}

/** Where the facts were taken from, and where Ofsted's reports are. An example school is in no register. */
function Origin({school: {urn, registerFactsTakenOn, origin}}: {school: School}) {
  const takenOn = dayInWords(registerFactsTakenOn)
  const reports = urn === null ? null : ofstedAddress(urn)
  if (urn !== null && reports === null) {
    return (
      <p className={styles.origin} {...editable(origin, 'registerFactsTakenOn')}>
        An example: its number is in no register, so it has no reports by Ofsted.
        {takenOn !== null &&
          ` Of a real school, these facts would be from Get Information about Schools, ${takenOn}.`}{' '}
        {noGrade}
      </p>
    )
  }
  return (
    <>
      {takenOn !== null && (
        <p className={styles.origin} {...editable(origin, 'registerFactsTakenOn')}>
          From Get Information about Schools, {takenOn}.
        </p>
      )}
      {reports !== null && (
        <p className={styles.origin}>
          <a href={reports}>Read Ofsted’s reports on this school</a>. {noGrade}
        </p>
      )}
    </>
  )
}

/** The report itself is linked and no grade is shown, because Ofsted gives none any more. */
const noGrade =
  'We show no grade: Ofsted stopped giving schools a single-word grade on 2\u00a0September 2024, and its reports say more.'
