import {ContactDetails} from '#components/contact-details/index.tsx'
import {RichText} from '#components/rich-text/index.tsx'
import type {Settings} from '#sanity/lib/content/settings.ts'
import styles from './footer.module.css'

/** The foot of every page: how to reach the Trust, who it is by law, and where else to go. */
export function Footer({settings}: {settings: Settings}) {
  const {contact, footerText, footerNavigation} = settings
  const company = companyWords(settings)
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <ContactDetails details={contact} />
        {footerNavigation.length > 0 && (
          <nav aria-label="Footer">
            <ul className={styles.navigation}>
              {footerNavigation.map(({key, label, address}) => (
                <li key={key}>
                  <a href={address}>{label}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div className={styles.small}>
          <RichText value={footerText} />
          {company !== null && <p>{company}</p>}
        </div>
      </div>
    </footer>
  )
}

function companyWords({legalName, companyNumber}: Settings): string | null {
  const parts = [legalName, companyNumber === null ? null : `company number ${companyNumber}`]
  const known = parts.filter((part) => part !== null)
  return known.length === 0 ? null : known.join(', ')
}
