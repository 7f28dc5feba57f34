import {createHash} from 'node:crypto'
import type {ExprNode} from 'groq-js'
import {publishedIdOf} from '../store/document-group.ts'
import type {DocumentChange, JsonObject, LakeDocument} from '../types.ts'
import {type Constraint, constraintOf, keysOf} from './constraint.ts'
import {mapChildren} from './syntax-tree.ts'

/** Caches take about this many tags per answer; Next.js takes 128. */
const MAX_TAGS = 100

/** What an answer was made from. */
export type AnswerSources = {
  tree: ExprNode
  params: JsonObject
  /** Documents that were reached by `->`, under the id that was asked for; null where there was none. */
  dereferenced: ReadonlyMap<string, LakeDocument | null>
  /** One version may hide another (drafts, releases), whose slug and references a change then does not show. */
  hidesVersions: boolean
  /** Reads documents in ways that the tree does not show. */
  readsAnything: boolean
}

/**
 * The tags of an answer: if a later change shares none of them, the answer is still true. A filter that names
 * ids, a slug, types or references stands for those, any other for every document. References that were followed
 * count by id, also those that led nowhere.
 */
export function syncTagsOfAnswer(sources: AnswerSources): string[] {
  const keys = new Set<string>()
  if (sources.readsAnything) keys.add('all')
  collectKeys(sources.tree, sources, keys)
  for (const id of sources.dereferenced.keys()) keys.add(`id:${publishedIdOf(id)}`)
  if (keys.has('all')) return [tag('all')]
  if (keys.size <= MAX_TAGS) return [...keys].map(tag)
  const broader = withTypesInsteadOfIds(keys, sources)
  return broader.size <= MAX_TAGS ? [...broader].map(tag) : [tag('all')]
}

/**
 * Every tag that an answer touched by this change can carry.
 * @param versions the document's other versions, as the engine's `syncTagsOf` looks them up: a draft that comes
 *   or goes hides or reveals them.
 */
export function syncTagsOfChange(change: DocumentChange, versions: readonly LakeDocument[] = []): string[] {
  const keys = new Set(['all', `id:${publishedIdOf(change.documentId)}`])
  for (const document of [change.before, change.after, ...versions]) {
    if (!document) continue
    const {type, slug, references} = keysOf(document)
    keys.add(`type:${type}`)
    if (slug !== null) keys.add(`slug:${slug}`)
    for (const id of references) keys.add(`reference:${id}`)
  }
  return [...keys].map(tag)
}

function collectKeys(node: ExprNode, sources: AnswerSources, keys: Set<string>): void {
  if (node.type === 'Everything') keys.add('all')
  if (node.type === 'FuncCall' && node.namespace === 'releases') keys.add('all')
  if (node.type === 'Filter' && node.base.type === 'Everything') {
    const constraint = constraintOf(node.expr, sources.params)
    const constraintKeys = constraint && keysOfConstraint(constraint, sources)
    if (constraintKeys) {
      for (const key of constraintKeys) keys.add(key)
      collectKeys(node.expr, sources, keys)
      return
    }
  }
  mapChildren(node, (child) => {
    collectKeys(child, sources, keys)
    return child
  })
}

/** Most exact first: any one part of a conjunction is enough. */
const EXACTNESS = {id: 0, slug: 1, reference: 2, type: 3}

/** The tags that stand for a constraint, or null where only the tag of every document does. */
function keysOfConstraint(constraint: Constraint, sources: AnswerSources): string[] | null {
  if ('any' in constraint) {
    const parts = constraint.any.map((part) => keysOfConstraint(part, sources))
    return parts.every((part) => part !== null) ? parts.flat() : null
  }
  if ('all' in constraint) {
    const exactFirst = constraint.all.toSorted((a, b) => exactness(a) - exactness(b))
    for (const part of exactFirst) {
      const keys = keysOfConstraint(part, sources)
      if (keys) return keys
    }
    return null
  }
  const {by, keys} = constraint
  if (sources.hidesVersions && (by === 'slug' || by === 'reference')) return null
  return keys.map((key) => `${by}:${by === 'id' ? publishedIdOf(key) : key}`)
}

function exactness(constraint: Constraint): number {
  if ('any' in constraint) return Math.max(...constraint.any.map(exactness))
  if ('all' in constraint) return Math.min(...constraint.all.map(exactness))
  return EXACTNESS[constraint.by]
}

/** Fewer, broader tags: the types of the documents that were reached, and ids only of those that were not there. */
function withTypesInsteadOfIds(keys: ReadonlySet<string>, {dereferenced}: AnswerSources): Set<string> {
  const broader = new Set(keys)
  for (const [id, document] of dereferenced) {
    if (!document) continue
    broader.delete(`id:${publishedIdOf(id)}`)
    broader.add(`type:${document._type}`)
  }
  return broader
}

function tag(key: string): string {
  return `s1:${createHash('sha256').update(key).digest('base64url').slice(0, 8)}`
}
