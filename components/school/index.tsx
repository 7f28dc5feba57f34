import {ButtonLink} from '#components/button/index.tsx'
import {EditableLine, hasWords, type LinePart} from '#components/editable/index.tsx'
import {HeldBack} from '#components/held-back/index.tsx'
import {PageFrame} from '#components/page/page-frame.tsx'
import {Picture} from '#components/picture/index.tsx'
import {RichText} from '#components/rich-text/index.tsx'
import {agesInWords, phaseTitle} from '#components/school-list/index.tsx'
import {Testimonial} from '#components/testimonial/index.tsx'
import {dayInWords} from '#lib/dates.ts'
import {statusInWords} from '#lib/schools.ts'
import type {ContactDetails} from '#sanity/lib/content/contact-details.ts'
import type {School as SchoolContent} from '#sanity/lib/content/school.ts'
import {editable, within} from '#sanity/lib/origin.ts'
import {SchoolContact} from './contact.tsx'
import {SchoolFacts} from './facts.tsx'
import {Neighbours} from './neighbours.tsx'
import styles from './school.module.css'

type Properties = {
  school: SchoolContent
  /** Whom to ask when the school itself gives no way. */
  trust: ContactDetails
}

/** A school's page: its own words, what its people say, the facts, and how to reach it. */
export function School({school, trust}: Properties) {
  const [first, ...others] = school.pictures
  const notice = noticeOf(school)
  const about = inShort(school)
  return (
    <PageFrame
      title={school.name}
      about={hasWords(about) ? <EditableLine origin={school.origin} parts={about} /> : null}
      trail={school.trail}
      action={<TalkNow school={school} />}
    >
      {notice !== null && (
        <p className={styles.notice} {...editable(school.origin, 'status')}>
          {notice}
        </p>
      )}
      <div className={styles.columns}>
        <div className={styles.words}>
          {first !== undefined && <Photograph picture={first} first />}
          <HeldBack reason={school.ownWordsHeldBack} mend={within(school.origin, 'ownWords')}>
            <RichText value={school.ownWords} />
          </HeldBack>
          {school.testimonials.length > 0 && (
            <section className={styles.section}>
              <h2 className={styles.heading}>What people here say</h2>
              {school.testimonials.map((testimonial) => (
                <Testimonial key={testimonial.id} testimonial={testimonial} showSchool={false} />
              ))}
            </section>
          )}
          {others.map((picture) => (
            <Photograph key={picture.assetId} picture={picture} />
          ))}
        </div>
        <div className={styles.side}>
          {school.status !== 'left' && <SchoolContact school={school} trust={trust} />}
          <SchoolFacts school={school} />
          <Neighbours neighbours={school.neighbours} />
        </div>
      </div>
    </PageFrame>
  )
}

/** Where the card that says how stands below words and pictures, the way to it stands above them. */
function TalkNow({school: {status, contactRoute, address}}: {school: SchoolContent}) {
  if (status === 'left' || contactRoute === null) return null
  return (
    <p className={styles.talkNow}>
      <ButtonLink href={contactRoute.kind === 'email' ? `${address}/talk` : '#talk'} look="full">
        Talk to this school
      </ButtonLink>
    </p>
  )
}

/** What must be known before anything else: a school that is joining is not one of ours yet. */
function noticeOf({status, joinedOn}: SchoolContent): string | null {
  const words = statusInWords(status)
  if (words === null) return null
  const day = status === 'joining' ? dayInWords(joinedOn) : null
  return `This school is ${words}${day === null ? '' : ` on ${day}`}.`
}

/** "Primary, ages 4 to 11, in Thornmere, Wrendale", as much of it as is known. */
function inShort(school: SchoolContent): LinePart[] {
  return [
    {path: 'phase', words: phaseTitle(school)},
    {path: 'ages', words: agesInWords(school)},
    {path: 'address', words: school.place === null ? null : `in ${school.place}`},
  ]
}

function Photograph({picture, first = false}: {picture: SchoolContent['pictures'][number]; first?: boolean}) {
  return (
    <HeldBack reason={picture.heldBack} mend={picture.origin}>
      <figure>
        <Picture picture={picture} sizes="(min-width: 64rem) 44rem, 92vw" shape={3 / 2} first={first} />
        {picture.caption !== null && <figcaption className={styles.caption}>{picture.caption}</figcaption>}
      </figure>
    </HeldBack>
  )
}
