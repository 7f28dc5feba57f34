import {ButtonLink} from '#components/button/index.tsx'
import {HeldBack} from '#components/held-back/index.tsx'
import {editable} from '#sanity/lib/origin.ts'
import styles from './call-to-action.module.css'
import type {CallToActionSectionContent} from './projection.ts'

export function CallToActionSection({section}: {section: CallToActionSectionContent}) {
  const {heading, text, label, address, heldBack, mend, origin} = section
  return (
    <section {...editable(origin)}>
      <HeldBack reason={heldBack} mend={mend}>
        <div className={styles.callToAction}>
          {heading !== null && <h2 className={styles.heading}>{heading}</h2>}
          {text !== null && <p className={styles.text}>{text}</p>}
          {address === null ? (
            <p>{label}</p>
          ) : (
            <ButtonLink href={address} look="full">
              {label}
            </ButtonLink>
          )}
        </div>
      </HeldBack>
    </section>
  )
}
