import {isLeftOver} from '../left-over-fields.ts'
import {isMarked} from '../marked-text.ts'
import {type Fields, isFields, type Path, type PlainDocument} from './plain-document.ts'

/** An object in a document: where it stands, and what it stands in, the document first and its parent last. */
export type Found = {path: Path; fields: Fields; ancestors: readonly Fields[]}

/** The items of a list, or the fields of an object, that are in use, each with the segment of its path. */
function partsOf(value: Fields | readonly unknown[]): [Path[number], unknown][] {
  if (Array.isArray(value)) {
    return value.map((item, position) => [
      isFields(item) && typeof item._key === 'string' ? {_key: item._key} : position,
      item,
    ])
  }
  const fields: Fields = isFields(value) ? value : {}
  return Object.entries(fields).flatMap(([field, part]): [string, unknown][] => {
    if (field.startsWith('_') || isLeftOver(fields, field)) return []
    const isDefinitions = field === 'markDefs' && Array.isArray(part)
    return [
      [
        field,
        isDefinitions ? part.filter((item) => isFields(item) && isMarked(fields.children, item._key)) : part,
      ],
    ]
  })
}

/** What was found in a document. One that has changed is another one, so what is the same is walked through once. */
const known = new WeakMap<PlainDocument, readonly Found[]>()

/** Each object that is in use in a document, itself first, at any depth: in sections, in lists, in texts. */
export function objectsIn(document: PlainDocument): readonly Found[] {
  const found = known.get(document) ?? objectsBelow(document, [], [])
  known.set(document, found)
  return found
}

function objectsBelow(value: unknown, path: Path, ancestors: readonly Fields[]): Found[] {
  if (Array.isArray(value)) {
    return partsOf(value).flatMap(([segment, item]) => objectsBelow(item, [...path, segment], ancestors))
  }
  if (!isFields(value)) return []
  const below = [...ancestors, value]
  const parts = partsOf(value).flatMap(([field, part]) => objectsBelow(part, [...path, field], below))
  return [{path, fields: value, ancestors}, ...parts]
}

/** Each text field that is in use in a document, with its path, without the words of texts. */
export function* textsIn(document: PlainDocument): Generator<{path: Path; text: string}> {
  for (const {path, fields} of objectsIn(document)) {
    if (fields._type === 'span') continue
    for (const [field, value] of partsOf(fields)) {
      const texts: [Path, unknown][] = Array.isArray(value)
        ? partsOf(value).map(([segment, item]) => [[field, segment], item])
        : [[[field], value]]
      for (const [below, text] of texts) if (typeof text === 'string') yield {path: [...path, ...below], text}
    }
  }
}
