/** Prints every leaf of some types of the schema as JSON: its path, as GROQ and patches write it, and what it holds. */
import {schemaTypes} from '#sanity/schema/index.ts'

type Definition = {
  name?: string
  type: string
  fields?: readonly Definition[]
  of?: readonly Definition[]
}

const byName = new Map<string, Definition>()
for (const type of schemaTypes) byName.set(type.name, read(type))

/** The definitions of Sanity say more, which nothing here needs. */
function read(value: object): Definition {
  const {name, type, fields, of} = Object.fromEntries(Object.entries(value))
  return {
    ...(typeof name === 'string' ? {name} : {}),
    type: String(type),
    ...(Array.isArray(fields) ? {fields: fields.map(read)} : {}),
    ...(Array.isArray(of) ? {of: of.map(read)} : {}),
  }
}

function leavesOf(definition: Definition, path: string): {path: string; kind: string}[] {
  const named = byName.get(definition.type)
  const {type, fields} =
    named === undefined ? definition : {...named, ...('fields' in definition ? definition : {})}
  if (type === 'array' || definition.type === 'array')
    return [{path, kind: definition.type === 'array' ? 'array' : definition.type}]
  if (fields !== undefined)
    return fields.flatMap((field) =>
      leavesOf(field, path === '' ? (field.name ?? '') : `${path}.${field.name}`),
    )
  return [{path, kind: definition.type}]
}

const wanted = process.argv.slice(2)
const printed = wanted.map((name) => {
  const definition = byName.get(name)
  return [name, definition === undefined ? [] : leavesOf({...definition, type: 'document'}, '')]
})
console.log(JSON.stringify(Object.fromEntries(printed)))
