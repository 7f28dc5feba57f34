import type {SanityClient} from '@sanity/client'
import {isMailAddress} from '#lib/mail/address.ts'
import {publishedIdOf} from '#lib/sign-off/canonical-text.ts'
import {contentHash, hasContent} from '#lib/sign-off/hash.ts'
import {isObject} from '#lib/sign-off/json.ts'
import {isSubjectType, type Subject, type SubjectType, subjectTypes} from '#lib/sign-off/subjects.ts'
import {withoutTurns} from '#lib/sign-off/turns.ts'
import {pageProjection} from '../lib/content/page.ts'
import {richTextProjection} from '../lib/content/rich-text.ts'
import {testimonialProjection} from '../lib/content/testimonial.ts'
import {rawClient} from './around.ts'

/** One version of what is asked about. */
export type SubjectVersion = {
  /** As the projection of its type answers it, for reading and for showing. */
  answer: {[name: string]: unknown}
  revision: string
  hash: string
  /** Whether it may be shown by an agreement alone: where there are words, and on a page, where staff have asked for it. */
  isSubject: boolean
}

/** A document as staff and as visitors have it. */
export type SubjectVersions = {
  draft: SubjectVersion | null
  published: SubjectVersion | null
  /** The school that it is about, by id; null where it is about none, or about several. */
  schoolId: string | null
  /** The mailbox that this school gave for itself, of those who are written to; null where there is none. */
  contact: {name: string; role: string; email: string} | null
  /** What it is called in lists and letters, in words that are public already. */
  title: string
}

const projections: {readonly [type in SubjectType]: string} = {
  testimonial: testimonialProjection,
  page: pageProjection,
  school: `{_id, _type, name, "slug": slug.current, "ownWords": ownWords${richTextProjection}}`,
}

/**
 * Reads both versions. Drafts count for the document itself alone: what it refers to is taken as it is published, so that
 * nobody reads, or agrees to, a word of another draft.
 * @param client - that sees drafts
 */
export async function readSubject(client: SanityClient, {type, id}: Subject): Promise<SubjectVersions> {
  const raw = rawClient(client)
  const document: unknown = await raw.getDocument(`drafts.${id}`)
  const draft = isObject(document) && document._type === type ? document : null
  const answer = await raw.fetch<unknown>(
    `{
      "draft": $draft${projections[type]},
      "published": *[_id == $id && _type == $type][0]{"answer": @${projections[type]}, _rev, needsSignOff},
      "school": coalesce(*[_id == $id][0].school->name, $draft.school->name),
      "schoolId": coalesce($draft.school._ref, *[_id == $id][0].school._ref),
      "contact": coalesce(
        *[_id == $id][0].contactRoute, *[_id == $id][0].school->contactRoute, $draft.school->contactRoute
      ){kind, name, email},
      "name": *[_id == $id][0].name,
      "title": *[_id == $id][0].title
    }`,
    {id, type, draft},
    {perspective: 'published', tag: 'sign-off.subject'},
  )
  const found = isObject(answer) ? answer : {}
  const published = isObject(found.published) ? found.published : null
  const isChosen = draft?.needsSignOff === true || published?.needsSignOff === true
  return {
    draft: draft === null ? null : versionOf(type, found.draft, draft._rev, isChosen),
    published: published === null ? null : versionOf(type, published.answer, published._rev, isChosen),
    schoolId: schoolIdOf({type, id}, found.schoolId),
    contact: contactOf(found.contact),
    title: titleOf(type, found),
  }
}

function schoolIdOf({type, id}: Subject, reference: unknown): string | null {
  if (type === 'school') return id
  return type === 'testimonial' && typeof reference === 'string' ? reference : null
}

function contactOf(route: unknown): SubjectVersions['contact'] {
  if (!isObject(route) || route.kind !== 'email') return null
  const {name, email} = route
  if (typeof email !== 'string' || !isMailAddress(email)) return null
  return {name: typeof name === 'string' ? inOneLine(name) : '', role: '', email}
}

/**
 * Whether there is anything left of a document: as a draft, published, or in a release. What was deleted is asked about
 * no more: whoever opens its link reads that the link does not work, nobody is reminded, and staff find it in no list.
 * That is looked up and not written down, so that the question is there again when somebody restores the document. What
 * was answered stays: its receipt opens, and the record holds.
 */
export async function isThere({type, id}: Subject, client: SanityClient): Promise<boolean> {
  const count = await rawClient(client).fetch<unknown>(
    'count(*[_type == $type && (_id in [$id, $draft] || _id in path($versions))])',
    {type, id, draft: `drafts.${id}`, versions: `versions.*.${id}`},
    {tag: 'sign-off.subject'},
  )
  return typeof count === 'number' && count > 0
}

/**
 * Reads the version of a document that a release holds; null when it holds none.
 * @param versionId - such as `versions.r1a2b3.testimonial-1`
 */
export async function readReleaseVersion(
  client: SanityClient,
  {type, id}: Subject,
  versionId: string,
): Promise<SubjectVersion | null> {
  if (publishedIdOf(versionId) !== id) return null
  const raw = rawClient(client)
  const document: unknown = await raw.getDocument(versionId)
  if (!isObject(document) || document._type !== type) return null
  const answer = await raw.fetch<unknown>(
    `{"version": $version${projections[type]}, "isChosen": *[_id == $id][0].needsSignOff}`,
    {version: document, id},
    {perspective: 'published', tag: 'sign-off.subject'},
  )
  const found = isObject(answer) ? answer : {}
  return versionOf(
    type,
    found.version,
    document._rev,
    document.needsSignOff === true || found.isChosen === true,
  )
}

/** Every document of the kinds that are asked about, by its id. */
export async function readSubjects(client: SanityClient): Promise<(SubjectVersions & {subject: Subject})[]> {
  const raw = rawClient(client)
  const found = await raw.fetch<unknown>(
    '*[_type in $types && (_type != "page" || needsSignOff == true)] | order(_id asc){_id, _type}',
    {types: subjectTypes},
    {tag: 'sign-off.subject'},
  )
  const subjects = new Map<string, Subject>()
  for (const document of Array.isArray(found) ? found : []) {
    if (!isObject(document) || typeof document._id !== 'string' || !isSubjectType(document._type)) continue
    const id = publishedIdOf(document._id)
    // A version of a release is neither what visitors see nor what staff publish here.
    if (document._id === id || document._id === `drafts.${id}`) subjects.set(id, {type: document._type, id})
  }
  return Promise.all(
    [...subjects.values()].map(async (subject) => ({...(await readSubject(client, subject)), subject})),
  )
}

function versionOf(
  type: SubjectType,
  answer: unknown,
  revision: unknown,
  isChosen: boolean,
): SubjectVersion | null {
  if (!isObject(answer) || typeof revision !== 'string') return null
  const isSubject = hasContent(type, answer) && (type !== 'page' || isChosen)
  return {answer, revision, hash: contentHash(type, answer), isSubject}
}

/** Without line breaks: it becomes a part of the head of a letter. */
const inOneLine = (text: string) => withoutTurns(text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '))

function titleOf(type: SubjectType, found: {[name: string]: unknown}): string {
  const [school, name, title] = [found.school, found.name, found.title].map((part) =>
    typeof part === 'string' ? inOneLine(part) : undefined,
  )
  switch (type) {
    case 'page':
      return typeof title === 'string' ? `The page “${title}”` : 'A new page'
    case 'school':
      return typeof name === 'string' ? `What ${name} says of itself` : 'What a school says of itself'
    case 'testimonial':
      return typeof school === 'string' ? `A testimonial about ${school}` : 'A testimonial'
  }
}
