import {diffWordsWithSpace} from 'diff'
import {canonicalContent} from './canonical.ts'
import {canonicalJson, isObject, type Json} from './json.ts'
import type {Shape} from './shape.ts'
import {type SubjectType, shapes} from './subjects.ts'

/** A piece of a text: in both versions, in the new one only, or in the old one only. */
export type Piece = {kind: 'same' | 'added' | 'removed'; words: string}

/** A part of the content that differs. */
export type Difference = {
  /** What people call it, such as "Quotation". */
  title: string
  /** `looks`: the words are the same; what is strong, a heading or a list, or which page a link leads to, is not. */
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

function compare(
  shape: Shape,
  title: string,
  before: Json | undefined,
  after: Json | undefined,
): Difference[] {
  switch (shape.kind) {
    case 'fields': {
      const [old, now] = [isObject(before) ? before : {}, isObject(after) ? after : {}]
      return Object.entries(shape.fields).flatMap(([name, field]) =>
        // Which document it is shows in its name.
        field.shape.kind === 'id' ? [] : compare(field.shape, field.title, old[name], now[name]),
      )
    }
    default: {
      const [old, now] = [inWords(before), inWords(after)]
      if (old === now) return isSame(before, after) ? [] : [{title, kind: 'looks', pieces: []}]
      const kind = old === '' ? 'added' : now === '' ? 'removed' : 'changed'
      return [{title, kind, pieces: piecesOf(old, now)}]
    }
  }
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

/** A value as people read it: paragraphs below each other, and behind the words of a link where it leads. */
function inWords(value: Json | undefined): string {
  if (Array.isArray(value)) return value.map(blockInWords).join('\n\n')
  return value === undefined || isObject(value) ? '' : String(value)
}

function blockInWords(block: Json): string {
  if (!isObject(block) || !Array.isArray(block.spans)) return inWords(block)
  const words = block.spans.map(spanInWords).join('')
  return block.list === undefined ? words : `• ${words}`
}

function spanInWords(span: Json): string {
  if (!isObject(span)) return ''
  const words = typeof span.words === 'string' ? span.words : ''
  if (!isObject(span.link)) return words
  const {address} = span.link
  return typeof address === 'string' ? `${words} (leads to ${address})` : `${words} (leads to another page)`
}
