import {type Content, titleOf, type Versions} from './content.ts'
import type {Path, PlainDocument} from './plain-document.ts'

/** The kinds of thing that need attention, the most urgent first. The order is that of the list. */
export const attentionKinds = [
  'permission',
  'sign-off',
  'evidence',
  'link-without-address',
  'picture',
  'contact-route',
  'other-held-back',
  'failing-link',
  'statement-review',
  'claim-review',
  'register-facts',
  'old-draft',
] as const

export type AttentionKind = (typeof attentionKinds)[number]

/**
 * How urgent something is: `now` when visitors see something wrong, or something is kept from them; `due` when a day
 * has passed or comes near on which somebody has to look; `later` for housekeeping, and for what only staff see yet.
 */
export const urgencies = ['now', 'due', 'later'] as const

export type Urgency = (typeof urgencies)[number]

/** What visitors meet: nothing, where something is held back; something wrong; or all as it should be. */
export type Effect = 'held-back' | 'wrong' | 'none'

/** Since when, or until when. */
export type Since = {
  /** What the list is ordered by within a kind, `YYYY-MM-DD`; null when nobody has recorded it. */
  day: string | null
  /** For people: “since 3 March 2026”, “lapses in 12 days”, “no address yet”. */
  words: string
}

/** Something about one version of a document. */
export type Finding = {
  /** The field to open. */
  path: Path
  /**
   * What it is about, where that is more than the field: a link, a route, a picture. By it the same matter is known in a
   * draft and in what is published, whichever of its fields is wrong in each. Absent, it is the field.
   */
  about?: Path
  /** What is wrong, in a sentence. */
  reason: string
  /** What to do about it, in a sentence. */
  remedy: string
  since: Since
  /** What visitors meet once this version is published. */
  effect: Effect
  /** How urgent it is once published; what affects visitors is urgent `now` in any case. */
  urgency: Exclude<Urgency, 'now'>
}

/** Something that needs attention. */
export type AttentionItem = {
  kind: AttentionKind
  urgency: Urgency
  /** The id is that of the published version, by which the Studio opens both. */
  document: {id: string; type: string; title: string}
  /** The field to open the form at; empty for the document as a whole. */
  path: Path
  /** What is wrong and what to do, in sentences. */
  reason: string
  since: Since
  /** What visitors meet now. */
  effect: Effect
}

/** A path as text, by which two are compared. */
export const keyOf = (path: Path) => JSON.stringify(path)

/** Tells two findings of one kind in one version of a document apart. */
const matterOf = ({about, path}: Finding) => keyOf(about ?? path)

/** What is wrong with one version of a document. */
export type Find = (document: PlainDocument) => Finding[]

/** What to look at: a document, and which of its versions staff and visitors see. */
type Subject = {
  kind: AttentionKind
  document: AttentionItem['document']
  hasDraft: boolean
  /** Findings about what staff see on opening the document. */
  latest: Finding[]
  /** Findings about what visitors see; null when they see nothing of it yet. */
  published: Finding[] | null
}

/** Finds items of one kind in a document, in its draft and in what is published. */
export function itemsIn(kind: AttentionKind, versions: Versions, content: Content, find: Find) {
  return itemsOf({
    kind,
    document: {id: versions.id, type: versions.type, title: titleOf(versions, content)},
    hasDraft: versions.draft !== null,
    latest: find(versions.latest),
    published: versions.published && find(versions.published),
  })
}

/**
 * One item for each thing that is wrong. It speaks of the draft, which is what staff see when they open the form; what
 * visitors meet is judged on what is published. Where the two differ, the reason says so.
 */
export function itemsOf({kind, document, hasDraft, latest, published}: Subject): AttentionItem[] {
  const publishedByMatter = new Map((published ?? []).map((finding) => [matterOf(finding), finding]))
  const latestMatters = new Set(latest.map(matterOf))
  const onlyPublished = (published ?? []).filter((finding) => !latestMatters.has(matterOf(finding)))
  return [
    ...latest.map((finding) => {
      const {path, since, reason, remedy} = finding
      const seen = publishedByMatter.get(matterOf(finding))
      const note = seen ? '' : published === null ? ' It is not published yet.' : onlyInDraft
      const words = {path, since, reason: `${reason} ${remedy}${note}`}
      return {kind, document, ...words, ...standingOf(seen)}
    }),
    ...onlyPublished.map((finding) => {
      const {path, since, reason, remedy} = finding
      const words = {path, since, reason: `${reason} ${hasDraft ? mendedInDraft : remedy}`}
      return {kind, document, ...words, ...standingOf(finding)}
    }),
  ]
}

const onlyInDraft = ' This is so in the draft alone: what is published is in order.'
const mendedInDraft = 'The draft puts it right: publish it.'

/** What visitors meet of a finding, and how urgent that makes it. */
function standingOf(published: Finding | undefined): Pick<AttentionItem, 'urgency' | 'effect'> {
  if (published === undefined) return {urgency: 'later', effect: 'none'}
  const {effect, urgency} = published
  return {effect, urgency: effect === 'none' ? urgency : 'now'}
}
