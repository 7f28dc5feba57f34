import type {SanityClient} from '@sanity/client'
import {publishedIdOf} from '#lib/sign-off/canonical-text.ts'
import {contentHash, hasContent} from '#lib/sign-off/hash.ts'
import {isObject} from '#lib/sign-off/json.ts'
import {type Subject, type SubjectType, subjectTypes} from '#lib/sign-off/subjects.ts'
import {richTextProjection} from '../lib/content/rich-text.ts'
import {testimonialProjection} from '../lib/content/testimonial.ts'

/** One version of what is asked about. */
export type SubjectVersion = {
  /** As the projection of its type answers it, for reading and for showing. */
  answer: {[name: string]: unknown}
  revision: string
  hash: string
  /** Whether there are any words to agree to. */
  hasContent: boolean
}

/** A document as staff and as visitors have it. */
export type SubjectVersions = {
  draft: SubjectVersion | null
  published: SubjectVersion | null
  /** What it is called in lists and letters, in words that are public already. */
  title: string
}

const projections: {readonly [type in SubjectType]: string} = {
  testimonial: testimonialProjection,
  school: `{_id, _type, name, "slug": slug.current, "ownWords": ownWords${richTextProjection}}`,
}

/**
 * Reads both versions at one moment. Drafts count for the document itself alone: what it refers to is taken as it is
 * published, so that nobody reads, or agrees to, a word of another draft.
 * @param client - that sees drafts
 */
export async function readSubject(client: SanityClient, {type, id}: Subject): Promise<SubjectVersions> {
  const version = (name: string) => `*[_id == $${name} && _type == $type][0]`
  const answer = await client.withConfig({perspective: 'raw', useCdn: false, stega: false}).fetch<unknown>(
    `{
      "draft": ${version('draftId')}${projections[type]},
      "draftRevision": ${version('draftId')}._rev,
      "published": ${version('id')}${projections[type]},
      "publishedRevision": ${version('id')}._rev,
      "school": coalesce(${version('id')}.school->name, ${version('draftId')}.school->name),
      "name": ${version('id')}.name
    }`,
    {id, draftId: `drafts.${id}`, type},
    {tag: 'sign-off.subject'},
  )
  const found = isObject(answer) ? answer : {}
  return {
    draft: versionOf(type, found.draft, found.draftRevision),
    published: versionOf(type, found.published, found.publishedRevision),
    title: titleOf(type, found),
  }
}

/** Every document of the kinds that are asked about, by its id. */
export async function readSubjects(
  client: SanityClient,
): Promise<Map<string, SubjectVersions & {subject: Subject}>> {
  const raw = client.withConfig({perspective: 'raw', useCdn: false, stega: false})
  const found = new Map<string, SubjectVersions & {subject: Subject}>()
  for (const type of subjectTypes) {
    const answers = await raw.fetch<unknown>(
      `*[_type == $type] | order(_id asc){"answer": @${projections[type]}, _rev, _id, "school": school->name, name}`,
      {type},
      {tag: 'sign-off.subject'},
    )
    for (const each of Array.isArray(answers) ? answers : []) {
      if (!isObject(each) || typeof each._id !== 'string') continue
      const id = publishedIdOf(each._id)
      const isDraft = each._id === `drafts.${id}`
      // A version of a release is neither what visitors see nor what staff publish here.
      if (!isDraft && each._id !== id) continue
      const version = versionOf(type, each.answer, each._rev)
      const known = found.get(id)
      found.set(id, {
        subject: {type, id},
        draft: isDraft ? version : (known?.draft ?? null),
        published: isDraft ? (known?.published ?? null) : version,
        title: isDraft && known !== undefined ? known.title : titleOf(type, each),
      })
    }
  }
  return found
}

function versionOf(type: SubjectType, answer: unknown, revision: unknown): SubjectVersion | null {
  if (!isObject(answer) || typeof revision !== 'string') return null
  return {answer, revision, hash: contentHash(type, answer), hasContent: hasContent(type, answer)}
}

function titleOf(type: SubjectType, {school, name}: {[name: string]: unknown}): string {
  if (type === 'school')
    return typeof name === 'string' ? `What ${name} says of itself` : 'What a school says of itself'
  return typeof school === 'string' ? `A testimonial about ${school}` : 'A testimonial'
}
