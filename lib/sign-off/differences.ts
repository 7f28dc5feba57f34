import {diffWordsWithSpace} from 'diff'
import {canonicalContent} from './canonical.ts'
import {canonicalJson, isJsonObject, isObject, type Json} from './json.ts'
import {pairItems} from './pair-items.ts'
import {titleOfSection} from './parts.ts'
import type {FieldsShape, Shape} from './shape.ts'
import {type SubjectType, shapes} from './subjects.ts'
import {inWords, titleUnder} from './value-in-words.ts'

/** A piece of a text: in both versions, in the new one only, or in the old one only. */
export type Piece = {kind: 'same' | 'added' | 'removed'; words: string}

/** A part of the content that differs. */
export type Difference = {
  /** What people call it, such as "Quotation"; behind the part of the page that it stands in. */
  title: string
  /** `looks`: the words are the same; what is strong, a heading or a list, which page a link leads to, or an order is not. */
  kind: 'changed' | 'added' | 'removed' | 'looks'
  pieces: Piece[]
}

/**
 * What differs between two versions, part by part, in the order of the page. Only what a reader can see.
 * @param before - as the projection of the type answers it; null when there was none
 */
export function differences(type: SubjectType, before: unknown, after: unknown): Difference[] {
  const shape = shapes[type]
  return compare(shape, '', canonicalContent(shape, before), canonicalContent(shape, after))
}

/** Whether a piece takes the place of the one right before it: without a gap the two would read as one word. */
export function takesPlace(pieces: readonly Piece[], position: number): boolean {
  return pieces[position]?.kind === 'added' && pieces[position - 1]?.kind === 'removed'
}

function compare(
  shape: Shape,
  title: string,
  before: Json | undefined,
  after: Json | undefined,
): Difference[] {
  if (isSame(before, after)) return []
  // A part that is new as a whole, or gone, is shown as a whole.
  if (before === undefined || after === undefined) return [differenceOf(shape, title, before, after)]
  switch (shape.kind) {
    case 'fields':
      return compareFields(shape, title, before, after)
    case 'list':
      return compareLists(shape.of, title, before, after)
    case 'oneOf': {
      const type = isObject(after) ? shape.types[String(after._type)] : undefined
      return type === undefined ? [] : compareFields(type.shape, title, before, after)
    }
    default:
      return [differenceOf(shape, title, before, after)]
  }
}

function compareFields({fields}: FieldsShape, title: string, before: Json, after: Json): Difference[] {
  const [old, now] = [isJsonObject(before) ? before : {}, isJsonObject(after) ? after : {}]
  return Object.entries(fields).flatMap(([name, field]) =>
    // Which document it is shows in its name.
    field.shape.kind === 'id'
      ? []
      : compare(field.shape, titleUnder(title, field.title), old[name], now[name]),
  )
}

function compareLists(shape: Shape, title: string, before: Json, after: Json): Difference[] {
  const [old, now] = [Array.isArray(before) ? before : [], Array.isArray(after) ? after : []]
  const found = pairItems(old, now).flatMap(({before: was, after: is}) =>
    // A section says by itself what it is.
    compare(shape, shape.kind === 'oneOf' ? titleOfSection(shape, is ?? was) : title, was, is),
  )
  return found.length > 0 ? found : [{title: `${title}, their order`, kind: 'looks', pieces: []}]
}

function differenceOf(
  shape: Shape,
  title: string,
  before: Json | undefined,
  after: Json | undefined,
): Difference {
  const [old, now] = [inWords(shape, before), inWords(shape, after)]
  if (old === now) return {title, kind: 'looks', pieces: []}
  const kind = old === '' ? 'added' : now === '' ? 'removed' : 'changed'
  return {title, kind, pieces: piecesOf(old, now)}
}

function isSame(before: Json | undefined, after: Json | undefined): boolean {
  return canonicalJson(before ?? null) === canonicalJson(after ?? null)
}

/** Two texts of which less than this stays are easier to read one after the other than word by word. */
const leastInCommon = 0.5

function piecesOf(before: string, after: string): Piece[] {
  const pieces = diffWordsWithSpace(before, after).map(
    ({added, removed, value}): Piece => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      words: value,
    }),
  )
  const inCommon = pieces.reduce((sum, {kind, words}) => sum + (kind === 'same' ? words.length : 0), 0)
  if (inCommon >= leastInCommon * Math.max(before.length, after.length)) return pieces
  const whole: Piece[] = [
    {kind: 'removed', words: before},
    {kind: 'added', words: after},
  ]
  return whole.filter(({words}) => words !== '')
}
