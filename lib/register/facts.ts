/** What the register says about a school and its document holds. All as text, so that each compares in one way. */
export const factNames = [
  'urn',
  'name',
  'phase',
  'status',
  'joinedOn',
  'ages',
  'religiousCharacter',
  'street',
  'locality',
  'town',
  'county',
  'postcode',
  'location',
  'website',
  'telephone',
] as const

export type FactName = (typeof factNames)[number]

/** Null: the register says that there is none. Absent: it does not say. */
export type Facts = {[name in FactName]?: string | null}

/** What staff call each fact. */
export const factTitles: {readonly [name in FactName]: string} = {
  urn: 'URN',
  name: 'Name',
  phase: 'Phase',
  status: 'Status',
  joinedOn: 'Joined the Trust on',
  ages: 'Ages',
  religiousCharacter: 'Religious character',
  street: 'Street',
  locality: 'Locality',
  town: 'Town',
  county: 'County',
  postcode: 'Postcode',
  location: 'Place on the map',
  website: 'Website',
  telephone: 'Telephone',
}

export function agesText({from, to}: {from: number; to: number}): string {
  return `${from} to ${to}`
}

export function locationText({lat, lng}: {lat: number; lng: number}): string {
  return `${lat}, ${lng}`
}

/** The two numbers of a text made by {@link agesText} or {@link locationText}. */
export function numbersOf(text: string): [number, number] {
  const [first, second] = text.split(/ to |, /)
  return [Number(first), Number(second)]
}

const letters = (text: string) => text.toLowerCase().replace(/['’]/g, '’').replace(/\s+/g, ' ').trim()
const digits = (text: string) => text.replace(/\D/g, '').replace(/^44/, '0')
const host = (text: string) =>
  text
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '')

/** Ways of writing the same, which are no difference. */
const sameness: {readonly [name in FactName]?: (text: string) => string} = {
  name: letters,
  religiousCharacter: letters,
  street: letters,
  locality: letters,
  town: letters,
  county: letters,
  telephone: digits,
  website: host,
  // To about ten metres, which is nearer than the register's own places are to the school's door.
  location: (text) =>
    numbersOf(text)
      .map((degrees) => degrees.toFixed(4))
      .join(),
}

/** Whether two texts say the same of a school, however they are written. */
export function saysTheSame(name: FactName, one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other
  const plain = sameness[name] ?? ((text: string) => text)
  return plain(one) === plain(other)
}
