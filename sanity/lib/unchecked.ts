/** What may stand in any field: where a text, a number or a yes is meant, and where a list or an object is. */
export type Scalar = string | number | boolean | null | undefined

/** An object whose fields are not known at all. */
export type Fields = {readonly [name: string]: unknown}

/**
 * The fields of `T` by name, their values still to be checked. `_type` keeps the types that the schema knows, to tell
 * the members of a union apart; that another may stand there is for the reader to remember.
 */
export type UncheckedFields<T> = {
  readonly [Name in keyof T]?: Name extends '_type' ? T[Name] : Unchecked<T[Name]>
}

/**
 * Content of the generated type `T` as it comes from Content Lake, which keeps whatever anybody wrote: the names are
 * the query's, so that the compiler refuses a field that it does not return; any value may be another, or missing,
 * so that the compiler asks for a check (see `parse.ts`).
 */
export type Unchecked<T> = T extends Scalar
  ? Scalar
  : T extends readonly (infer Item)[]
    ? Unchecked<Item>[] | Scalar
    : UncheckedFields<T> | Scalar

/** The objects that a value of this type may be: of `Unchecked<T>` the fields of `T`, of anything else any fields. */
export type FieldsOf<Value> = unknown extends Value
  ? Value & Fields
  : Exclude<Value, Scalar | readonly unknown[]>
