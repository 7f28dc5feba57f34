import {createHash} from 'node:crypto'
import {canonicalContent} from './canonical.ts'
import {canonicalJson, isObject, type Json} from './json.ts'
import {hashSpec, type SubjectType, shapes} from './subjects.ts'

/**
 * The hash of what an agreement is about, such as `content-1:sha256:9f86…`: equal for two answers when a reader sees
 * the same. What the hash is of begins with the spec and the type, so that no two kinds of content share one.
 * @param answer - as the projection of the type answers it; anything else has the hash of nothing
 */
export function contentHash(type: SubjectType, answer: unknown): string {
  const content: Json = canonicalContent(shapes[type], answer) ?? null
  return `${hashSpec}:sha256:${sha256(canonicalJson({spec: hashSpec, type, content}))}`
}

/** Whether there is anything to agree to. */
export function hasContent(type: SubjectType, answer: unknown): boolean {
  return isObject(canonicalContent(shapes[type], answer))
}

/** Of a text in UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
