/**
 * What of a document an agreement is about, as a description that programs can walk: canonical content is picked by
 * it, differences are named by it, and a test holds every field of the schema against it.
 */
export type Shape =
  /** Words that people read; those that are not seen where they stand are named when they are told of. */
  | {kind: 'words'; isUnseen?: true}
  /** What names something (an address, a day, a choice), without blanks around it. */
  | {kind: 'value'}
  /** The id of a document, whichever of its versions it stands for. */
  | {kind: 'id'}
  | {kind: 'number'}
  | {kind: 'flag'}
  /** Where a link leads, as `linkProjection` answers it. */
  | {kind: 'link'}
  /** Portable Text, as `richTextProjection` answers it. */
  | {kind: 'text'}
  | {kind: 'list'; of: Shape}
  | {kind: 'fields'; fields: {readonly [name: string]: Field}}
  /** An object that its `_type` describes; one of no type that is named here is not shown, so it is left out. */
  | {kind: 'oneOf'; types: {readonly [type: string]: {title: string; shape: FieldsShape}}}

export type FieldsShape = Extract<Shape, {kind: 'fields'}>

/** A part of a document, and what staff and headteachers call it. */
export type Field = {title: string; shape: Shape}

export const words: Shape = {kind: 'words'}
export const unseenWords: Shape = {kind: 'words', isUnseen: true}
export const value: Shape = {kind: 'value'}
export const id: Shape = {kind: 'id'}
export const number: Shape = {kind: 'number'}
export const flag: Shape = {kind: 'flag'}
export const link: Shape = {kind: 'link'}
export const text: Shape = {kind: 'text'}
export const list = (of: Shape): Shape => ({kind: 'list', of})

/** @param types - by their name: what they are called, and their shape */
export function oneOf(types: {readonly [type: string]: readonly [title: string, shape: FieldsShape]}): Shape {
  const entries = Object.entries(types).map(([name, [title, shape]]) => [name, {title, shape}] as const)
  return {kind: 'oneOf', types: Object.fromEntries(entries)}
}

/** @param parts - by the name of the field: what it is called, and its shape */
export function fields(parts: {
  readonly [name: string]: readonly [title: string, shape: Shape]
}): FieldsShape {
  const entries = Object.entries(parts).map(([name, [title, shape]]) => [name, {title, shape}] as const)
  return {kind: 'fields', fields: Object.fromEntries(entries)}
}
