import {
  isArrayOfObjectsSchemaType,
  isKeyedObject,
  isObjectSchemaType,
  type Path,
  type SanityDocument,
  type Schema,
  type SchemaType,
} from 'sanity'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What staff know a document by: the words that the Studio's lists show for it. */
export function titleOf(document: SanityDocument, schema: Schema): string {
  const preview = schema.get(document._type)?.preview
  const selected = Object.entries(preview?.select ?? {}).map(([name, path]) => [
    name,
    path.split('.').reduce<unknown>((value, part) => (isRecord(value) ? value[part] : undefined), document),
  ])
  const shown = preview?.prepare?.(Object.fromEntries(selected)) ?? Object.fromEntries(selected)
  const title = isRecord(shown) && typeof shown.title === 'string' ? shown.title.trim() : ''
  return title === '' ? document._id : title
}

/**
 * Where a problem is, in the words of the form: “Sections › 2. Questions and answers › Questions › 1. Question”.
 * Empty for the document itself.
 */
export function placeInWords(path: Path, document: SanityDocument, schema: Schema): string {
  const words: string[] = []
  let type: SchemaType | undefined = schema.get(document._type)
  let value: unknown = document
  for (const segment of path) {
    if (typeof segment === 'string') {
      type = fieldType(type, segment)
      value = isRecord(value) ? value[segment] : undefined
      words.push(type?.title ?? segment)
    } else {
      const items: unknown[] = Array.isArray(value) ? value : []
      const at: number = isKeyedObject(segment)
        ? items.findIndex((item) => isKeyedObject(item) && item._key === segment._key)
        : Number(segment)
      value = items[at]
      type = itemType(type, value)
      words.push([`${at + 1}.`, type?.title].filter(Boolean).join(' '))
    }
  }
  return words.join(' › ')
}

function fieldType(type: SchemaType | undefined, name: string): SchemaType | undefined {
  if (!type || !isObjectSchemaType(type)) return undefined
  return type.fields.find((field) => field.name === name)?.type
}

function itemType(type: SchemaType | undefined, item: unknown): SchemaType | undefined {
  if (!type || !isArrayOfObjectsSchemaType(type)) return undefined
  return type.of.length === 1 ? type.of[0] : type.of.find(({name}) => isRecord(item) && item._type === name)
}
