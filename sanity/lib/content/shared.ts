import type {OwnPage} from '#lib/slugs.ts'
import type {Page} from './page.ts'
import type {Picture} from './picture.ts'
import type {School} from './school.ts'
import type {Settings} from './settings.ts'

/** What the picture of a page shows where the page is shared. */
export type Shared = {
  title: string
  /** A few words above the title: where the page belongs, or where a school is. */
  above: string | null
  trustName: string
  tagline: string | null
  mark: Picture | null
  picture: Picture | null
}

/** What of it is the page's own. */
export type Subject = Pick<Shared, 'title' | 'above' | 'picture'>

export function subjectOfPage({title, trail, search}: Page): Subject {
  // Home is above every page and says nothing.
  const above = trail.slice(1, -1).at(-1)?.name ?? null
  return {title, above, picture: search.sharePicture}
}

export function subjectOfSchool({name, place, pictures}: School): Subject {
  return {title: name, above: place, picture: pictures[0] ?? null}
}

export function subjectOfOwnPage({heading}: OwnPage): Subject {
  return {title: heading, above: null, picture: null}
}

/** A page without a picture of its own has that of the settings. */
export function withSettings(subject: Subject, {contact, tagline, logo, sharePicture}: Settings): Shared {
  return {
    ...subject,
    picture: subject.picture ?? sharePicture,
    trustName: contact.trustName,
    tagline,
    mark: logo,
  }
}
