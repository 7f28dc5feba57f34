import {isFields} from '#lib/attention/plain-document.ts'

type Place = readonly (string | number)[]

/** What a script or an import may write into a field of text, of words or of a list. */
const wrongValues = [7, {}]

/**
 * Copies of documents, each with a value of another kind in one field. Every field of every type is spoilt once for each
 * wrong value, at the first place where one of the documents has it.
 */
export function withWrongValues(documents: readonly {_id: string; _type: string}[]): object[] {
  const spoilt = new Map<string, object[]>()
  for (const document of documents) {
    for (const {place, shape} of placesIn(document, [], document._type)) {
      if (!spoilt.has(shape)) spoilt.set(shape, copiesOf(document, place, spoilt.size))
    }
  }
  return [...spoilt.values()].flat()
}

function copiesOf(document: object, place: Place, number: number): object[] {
  return wrongValues.map((wrong, index) => ({
    ...fieldsOf(replaced(document, place, wrong)),
    _id: `wrong-${number}-${index}`,
  }))
}

const fieldsOf = (value: unknown) => (isFields(value) ? value : {})

/** Every place in a value, with what it is called wherever it is found: items of lists go by their type. */
function placesIn(value: unknown, place: Place, shape: string): {place: Place; shape: string}[] {
  const here = place.length === 0 ? [] : [{place, shape}]
  if (Array.isArray(value)) {
    const items: unknown[] = value
    const below = items.flatMap((item, index) =>
      placesIn(item, [...place, index], `${shape}[${String(fieldsOf(item)._type)}]`),
    )
    return [...here, ...below]
  }
  const named = Object.entries(fieldsOf(value)).filter(([name]) => !name.startsWith('_'))
  return [...here, ...named.flatMap(([name, item]) => placesIn(item, [...place, name], `${shape}.${name}`))]
}

function replaced(value: unknown, [first, ...rest]: Place, by: unknown): unknown {
  if (first === undefined) return by
  if (!Array.isArray(value)) return {...fieldsOf(value), [first]: replaced(fieldsOf(value)[first], rest, by)}
  const items: unknown[] = value
  return items.map((item, index) => (index === first ? replaced(item, rest, by) : item))
}
