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
  const takenOn = dayInWords(school.registerFactsTakenOn)
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
      {takenOn !== null && (
        <p className={styles.origin} {...editable(school.origin, 'registerFactsTakenOn')}>
          From Get Information about Schools, {takenOn}.
        </p>
      )}
      {school.urn !== null && <Inspection urn={school.urn} />}
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
