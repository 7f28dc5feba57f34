import type {ReactNode} from 'react'
import type {AccessibilityFacts} from '#sanity/lib/content/accessibility.ts'
import type {ContactDetails} from '#sanity/lib/content/contact-details.ts'
import {editable, type Origin, within} from '#sanity/lib/origin.ts'
import styles from './accessibility-statement.module.css'
import {Contact} from './contact.tsx'
import {Lines} from './lines.tsx'
import {Testing} from './testing.tsx'

type Properties = {facts: AccessibilityFacts; contact: ContactDetails}

/**
 * The accessibility statement, with the parts in the order of the government's model for public sector bodies. What
 * holds for every site of this kind is said here, the rest comes from the settings; what is not known is left out.
 */
export function AccessibilityStatement({facts, contact}: Properties) {
  return (
    <div className={styles.statement}>
      <p className={styles.introduction}>
        This statement is about this website of {contact.trustName}. We want everybody to be able to use it.
      </p>
      <Abilities />
      <Contact facts={facts} contact={contact} />
      <Enforcement />
      <Compliance facts={facts} trustName={contact.trustName} />
      <Part
        title="What does not work yet"
        lines={facts.knownIssues}
        origin={within(facts.origin, 'knownIssues')}
      />
      <Part
        title="What we are doing about it"
        lines={facts.improvements}
        origin={within(facts.origin, 'improvements')}
      />
      <Testing facts={facts} />
    </div>
  )
}

/** True of every page by how the site is built, and held by its tests. */
function Abilities() {
  return (
    <section>
      <h2>What you should be able to do</h2>
      <ul>
        <li>make the text four times as large without anything being cut off or lost to the side</li>
        <li>change the space between letters, words and lines</li>
        <li>go everywhere with a keyboard alone, and see where you are</li>
        <li>use your own colours, or a dark screen</li>
        <li>find your way through each page by its headings and its parts with a screen reader</li>
        <li>read and use the site on an old computer, and with script switched off</li>
      </ul>
    </section>
  )
}

function Enforcement() {
  return (
    <section>
      <h2>If you are not content with our answer</h2>
      <p>
        The Equality and Human Rights Commission (EHRC) enforces the Public Sector Bodies (Websites and Mobile
        Applications) (No. 2) Accessibility Regulations 2018. If you are not content with how we answer your
        complaint, contact the{' '}
        <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a> (EASS),
        which advises people in England, Scotland and Wales.
      </p>
    </section>
  )
}

const standard = <a href="https://www.w3.org/TR/WCAG22/">Web Content Accessibility Guidelines (WCAG) 2.2</a>

/** After “This website”. */
const degrees: {[level in NonNullable<AccessibilityFacts['compliance']>]: ReactNode} = {
  full: <>fully meets the {standard}, level AA.</>,
  partial: <>meets most of the {standard}, level AA: it is partially compliant, for what is listed below.</>,
  none: <>does not meet most of the {standard}, level AA: it is not compliant, for what is listed below.</>,
}

function Compliance({
  facts: {compliance, origin},
  trustName,
}: {
  facts: AccessibilityFacts
  trustName: string
}) {
  return (
    <section>
      <h2>How accessible this website is</h2>
      <p>
        {trustName} is committed to making its website accessible, in accordance with the Public Sector Bodies
        (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
      </p>
      {compliance !== null && <p {...editable(origin, 'compliance')}>This website {degrees[compliance]}</p>}
    </section>
  )
}

function Part({title, lines, origin}: {title: string; lines: string[]; origin: Origin | undefined}) {
  if (lines.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <Lines lines={lines} origin={origin} />
    </section>
  )
}
