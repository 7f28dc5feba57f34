import {searchAddress} from '#lib/answers-to-input.ts'
import {telephoneAddress} from '#lib/telephone.ts'
import type {Settings} from '#sanity/lib/content/settings.ts'
import messageStyles from './message.module.css'
import {PageFrame} from './page-frame.tsx'

/** What a visitor reads at an address that the site does not have, and where to go from there. */
export function NotFound({settings}: {settings: Settings}) {
  const {telephone, email} = settings.contact
  return (
    <PageFrame title="Page not found" compact>
      <div className={messageStyles.message}>
        <p>
          If you typed the address, check that it is correct. If you followed a link, the page may have moved
          or may no longer be there.
        </p>
        <p>You could try one of these:</p>
        <ul>
          <li>
            <a href="/">Home</a>
          </li>
          <li>
            <a href={searchAddress}>Search this site</a>
          </li>
          <li>
            <a href="/schools">Our schools</a>
          </li>
          {settings.navigation.map(
            ({key, label, address}) =>
              address !== null &&
              address !== '/' &&
              address !== '/schools' && (
                <li key={key}>
                  <a href={address}>{label}</a>
                </li>
              ),
          )}
        </ul>
        {telephone !== null && (
          <p>
            Or call us on <a href={telephoneAddress(telephone)}>{telephone}</a>
            {email !== null && (
              <>
                {' '}
                or write to <a href={`mailto:${email}`}>{email}</a>
              </>
            )}
            .
          </p>
        )}
      </div>
    </PageFrame>
  )
}
