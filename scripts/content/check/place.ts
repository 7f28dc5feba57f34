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

/** A step on the way to a field: what the form calls it, and which it is among those beside it. */
type Step = {words: string; position: number}

function stepsTo(path: Path, document: SanityDocument, schema: Schema): Step[] {
  const steps: Step[] = []
  let type: SchemaType | undefined = schema.get(document._type)
  let value: unknown = document
  for (const segment of path) {
    if (typeof segment === 'string') {
      const position = fieldsOf(type).findIndex(({name}) => name === segment)
      type = fieldsOf(type)[position]?.type
      value = isRecord(value) ? value[segment] : undefined
      steps.push({words: type?.title ?? segment, position})
    } else {
      const items: unknown[] = Array.isArray(value) ? value : []
      const position: number = isKeyedObject(segment)
        ? items.findIndex((item) => isKeyedObject(item) && item._key === segment._key)
        : Number(segment)
      value = items[position]
      type = itemType(type, value)
      steps.push({words: [`${position + 1}.`, type?.title].filter(Boolean).join(' '), position})
    }
  }
  return steps
}

/**
 * Where a problem is, in the words of the form: “Sections › 2. Questions and answers › Questions › 1. Question”.
 * Empty for the document itself.
 */
export function placeInWords(path: Path, document: SanityDocument, schema: Schema): string {
  return stepsTo(path, document, schema)
    .map(({words}) => words)
    .join(' › ')
}

/**
 * Problems in the order in which their fields stand in the form, and those of one field by their words: rules that ask
 * about other documents are answered in any order.
 */
export function inOrderOfForm<Problem extends {path: Path; message: string}>(
  problems: readonly Problem[],
  document: SanityDocument,
  schema: Schema,
): Problem[] {
  return problems
    .map((problem) => ({problem, steps: stepsTo(problem.path, document, schema)}))
    .toSorted(
      (one, other) =>
        comparedSteps(one.steps, other.steps) || one.problem.message.localeCompare(other.problem.message),
    )
    .map(({problem}) => problem)
}

function comparedSteps(one: Step[], other: Step[]): number {
  const differing = one.findIndex(({position}, at) => position !== other[at]?.position)
  if (differing < 0) return one.length - other.length
  return (one[differing]?.position ?? -1) - (other[differing]?.position ?? -1)
}

function fieldsOf(type: SchemaType | undefined) {
  return type && isObjectSchemaType(type) ? type.fields : []
}

function itemType(type: SchemaType | undefined, item: unknown): SchemaType | undefined {
  if (!type || !isArrayOfObjectsSchemaType(type)) return undefined
  return type.of.length === 1 ? type.of[0] : type.of.find(({name}) => isRecord(item) && item._type === name)
}
