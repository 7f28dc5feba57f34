import {canonicalLink, canonicalText, canonicalWords, publishedIdOf} from './canonical-text.ts'
import {isObject, type Json} from './json.ts'
import type {Shape} from './shape.ts'

/**
 * What an agreement is about, picked from what Content Lake answered: the parts that the shape names, and nothing
 * else. What is empty is left out, because readers see no difference between a field that is blank and one that was
 * never there. Undefined when nothing is left.
 */
export function canonicalContent(shape: Shape, value: unknown): Json | undefined {
  switch (shape.kind) {
    case 'words':
      return typeof value === 'string' ? orNothing(canonicalWords(value).trim()) : undefined
    case 'value':
      return typeof value === 'string' ? orNothing(value.normalize('NFC').trim()) : undefined
    case 'id':
      return typeof value === 'string' ? orNothing(publishedIdOf(value)) : undefined
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined
    case 'flag':
      return value === true ? true : undefined
    case 'link':
      return isObject(value) ? canonicalLink(value) : undefined
    case 'text':
      return listOrNothing(canonicalText(value))
    case 'list':
      return Array.isArray(value)
        ? listOrNothing(
            value.map((item) => canonicalContent(shape.of, item)).filter((item) => item !== undefined),
          )
        : undefined
    case 'fields':
      return isObject(value) ? canonicalFields(shape, value) : undefined
    case 'oneOf':
      return isObject(value) ? canonicalOneOf(shape, value) : undefined
  }
}

function canonicalFields(
  {fields}: Extract<Shape, {kind: 'fields'}>,
  value: {[name: string]: unknown},
): Json | undefined {
  const parts = Object.entries(fields).flatMap(([name, field]) => {
    const part = canonicalContent(field.shape, value[name])
    return part === undefined ? [] : [[name, part] as const]
  })
  return parts.length === 0 ? undefined : Object.fromEntries(parts)
}

/** It stands with its type, also when it is empty: an empty section between two others is nothing, but says what it is. */
function canonicalOneOf(
  {types}: Extract<Shape, {kind: 'oneOf'}>,
  value: {[name: string]: unknown},
): Json | undefined {
  const type = String(value._type)
  const shape = Object.hasOwn(types, type) ? types[type]?.shape : undefined
  const parts = shape && canonicalFields(shape, value)
  return isObject(parts) ? {_type: type, ...parts} : undefined
}

function orNothing(text: string): string | undefined {
  return text === '' ? undefined : text
}

function listOrNothing<Item extends Json>(items: Item[]): Item[] | undefined {
  return items.length === 0 ? undefined : items
}
