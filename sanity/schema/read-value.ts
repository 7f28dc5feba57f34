/**
 * Readers for rules. A field may hold anything, because a script or an import can write past the form; the Studio itself
 * says what is of the wrong kind, so a reader leaves that out and a rule judges the rest.
 */
type Reader<Value> = (value: unknown) => Value | undefined

export const text: Reader<string> = (value) => (typeof value === 'string' ? value : undefined)
const number: Reader<number> = (value) => (typeof value === 'number' ? value : undefined)
const boolean: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined)

type Read<Readers> = {[Field in keyof Readers]?: Readers[Field] extends Reader<infer Value> ? Value : never}

/** A reader of an object of these fields; without a value, or with one of another kind, it finds nothing. */
export function fields<Readers extends {[field: string]: Reader<unknown>}>(
  readers: Readers,
): Reader<Read<Readers>> {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    const entries = Object.entries(readers).map(([field, read]) => [field, read(Reflect.get(value, field))])
    return Object.fromEntries(entries)
  }
}

/** A reader of the items of a list; of anything else it finds none. */
export function list<Item>(read: Reader<Item>): (value: unknown) => Item[] {
  return (value) =>
    (Array.isArray(value) ? value : []).map(read).filter((item): item is Item => item !== undefined)
}

export const readSource = fields({publisher: text, title: text, url: text, publishedOn: text})

const readFrequency = fields({count: number, outOf: number, qualifier: text})

export const readStatistic = fields({
  before: readFrequency,
  after: readFrequency,
  population: text,
  asAt: text,
  source: readSource,
  reviewBy: text,
})

export const readClaim = fields({kind: text, statement: text, statistic: readStatistic})

export const readLink = fields({linkType: text, href: text, page: fields({_ref: text})})

export const readContactRoute = fields({kind: text, email: text, telephone: text, url: text})

export const readPicture = fields({
  asset: fields({_ref: text}),
  alt: text,
  decorative: boolean,
  caption: text,
  showsPupils: boolean,
  consentDate: text,
})

export const readPermission = fields({
  permissionGivenOn: text,
  permissionExpiresOn: text,
  permissionWithdrawnOn: text,
})

export const readStatement = fields({reviewedOn: text, compliance: text, knownIssues: text})
