import {canonicalContent} from './canonical.ts'
import {isJsonObject, isObject, type Json} from './json.ts'
import type {Shape} from './shape.ts'
import {type SubjectType, shapes} from './subjects.ts'
import {inWords, titleUnder} from './value-in-words.ts'

/** A part of the content, by what people call it. */
export type Part = {title: string; words: string}

/**
 * Everything that an agreement is about, part by part, in the order of the page; a section is one part.
 * @param answer - as the projection of the type answers it
 */
export function partsOf(type: SubjectType, answer: unknown): Part[] {
  const shape = shapes[type]
  return parts(shape, '', canonicalContent(shape, answer))
}

function parts(shape: Shape, title: string, value: Json | undefined): Part[] {
  if (shape.kind === 'fields' && isJsonObject(value))
    return Object.entries(shape.fields).flatMap(([name, field]) =>
      parts(field.shape, titleUnder(title, field.title), value[name]),
    )
  if (shape.kind === 'list' && Array.isArray(value))
    return value.flatMap((item) => parts(shape.of, title, item))
  const words = inWords(shape, value)
  const own = shape.kind === 'oneOf' ? titleOfSection(shape, value) : title
  return words === '' ? [] : [{title: own, words}]
}

/** What a section is called: by its kind, and its heading. */
export function titleOfSection(shape: Extract<Shape, {kind: 'oneOf'}>, item: Json | undefined): string {
  if (!isObject(item)) return ''
  const kind = shape.types[String(item._type)]?.title ?? ''
  return typeof item.heading === 'string' ? `${kind} “${item.heading}”` : kind
}
