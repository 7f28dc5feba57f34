import {stegaClean} from '@sanity/client/stega'
import {PageFrame} from '#components/page/page-frame.tsx'
import {OtherWays} from '#components/school/contact.tsx'
import {contactInSentence} from '#lib/contact-name.ts'
import {blankState, type EnquiryState} from '#lib/enquiry/fields.ts'
import {searchWords} from '#lib/search-words.ts'
import type {ContactDetails} from '#sanity/lib/content/contact-details.ts'
import type {School} from '#sanity/lib/content/school.ts'
import styles from './enquiry.module.css'
import type {OtherWay} from './failure.tsx'
import {type EnquiryAction, EnquiryForm} from './form.tsx'
import {PrivacyNote} from './privacy-note.tsx'
import {talkTrail} from './trail.ts'

type Properties = {
  slug: string
  school: School
  trust: ContactDetails
  /** Whether this site can send mail at all. */
  takesMail: boolean
  action: EnquiryAction
  /** How the form stands when it is opened: blank, for visitors. */
  answered?: EnquiryState
}

/** The page on which visitors write to a school; where they cannot, it says how else to reach it. */
export function TalkToSchool(properties: Properties) {
  const {slug, school, trust, takesMail, action, answered = blankState} = properties
  const {name, contactRoute, status} = school
  const isOpen = takesMail && status !== 'left' && contactRoute?.kind === 'email'
  const title = `Talk to ${name}`
  const named = contactRoute?.name ?? null
  const reader = named === null ? null : contactInSentence(named)
  return (
    <PageFrame title={title} trail={talkTrail(school)} compact>
      <div className={styles.talk}>
        {isOpen && (
          <p className={styles.introduction}>
            Ask {name} what you would like to know about life in our Trust. Your message goes to{' '}
            {reader ?? 'the school'}, and a copy of it to you.
          </p>
        )}
        <div className={styles.form}>
          <EnquiryForm
            slug={slug}
            schoolName={name}
            pageTitle={fullTitleOf(title, trust)}
            otherWay={otherWayOf(school, trust)}
            action={action}
            answered={answered}
            instead={isOpen ? null : <Instead school={school} trust={trust} />}
          >
            <PrivacyNote schoolName={name} reader={reader} />
          </EnquiryForm>
        </div>
      </div>
    </PageFrame>
  )
}

/** As tabs call every page: with the name of the site. */
function fullTitleOf(title: string, {trustName}: ContactDetails): string {
  const named = (words: string) => ({title: stegaClean(words), description: null})
  return searchWords({title: null, description: null}, named(title), named(trustName)).fullTitle
}

function otherWayOf(school: School, trust: ContactDetails): OtherWay {
  if (school.telephone !== null) return {name: school.name, telephone: school.telephone}
  return trust.telephone === null ? null : {name: trust.trustName, telephone: trust.telephone}
}

function Instead({school, trust}: Pick<Properties, 'school' | 'trust'>) {
  const {name, status, address} = school
  return (
    <div className={styles.words}>
      <p>
        {status === 'left'
          ? `${name} is no longer part of our Trust, so it cannot be written to from this website.`
          : `${name} cannot be written to from this website.`}
      </p>
      <OtherWays school={school} trust={trust} look="full" />
      <p>
        <a href={address}>Back to {name}</a>
      </p>
    </div>
  )
}
