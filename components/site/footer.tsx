import {ContactDetails} from '#components/contact-details/index.tsx'
import {EditableLine, hasWords, type LinePart} from '#components/editable/index.tsx'
import {RichText} from '#components/rich-text/index.tsx'
import {env} from '#lib/env.ts'
import type {Settings} from '#sanity/lib/content/settings.ts'
import styles from './footer.module.css'
import {Navigation} from './navigation.tsx'

/** The foot of every page: how to reach the Trust, who it is by law, and where else to go. */
export function Footer({settings, path}: {settings: Settings; path: string | null}) {
  const {contact, footerText, footerNavigation} = settings
  const company = companyParts(settings)
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <ContactDetails details={contact} />
        <Navigation label="Footer" items={footerNavigation} path={path} className={styles.navigation} />
        <div className={styles.small}>
          <RichText value={footerText} />
          {hasWords(company) && (
            <p>
              <EditableLine origin={settings.origin} parts={company} />
            </p>
          )}
          <PrintedFrom path={path} />
        </div>
      </div>
    </footer>
  )
}

/** Only on paper, where links show their addresses and those of this site begin with a stroke. */
function PrintedFrom({path}: {path: string | null}) {
  const found = `This is ${env().siteUrl}${path ?? ''}.`
  return <p className={styles.printed}>{`${found} An address that begins with “/” is on that site.`}</p>
}

function companyParts({legalName, companyNumber}: Settings): LinePart[] {
  return [
    {path: 'legalName', words: legalName},
    {path: 'companyNumber', words: companyNumber === null ? null : `company number ${companyNumber}`},
  ]
}
