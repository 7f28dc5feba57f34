/** Whether a school is there: one that is to open is not yet, one that is to close still is. */
export type RegisterStatus = 'open' | 'proposed' | 'closed'

/** Every status of an establishment, in small letters. The public file has the first four. */
const statuses: {readonly [name: string]: RegisterStatus} = {
  open: 'open',
  'open, but proposed to close': 'open',
  'proposed to open': 'proposed',
  closed: 'closed',
  'pending approval': 'proposed',
  'created in error': 'closed',
  'de-registered': 'closed',
  quarantine: 'closed',
  'rejected opening': 'closed',
}

/** What `EstablishmentStatus (name)` says, or null for a word that is not known. */
export function statusOf(name: string): RegisterStatus | null {
  return statuses[name.trim().toLowerCase()] ?? null
}

/** Every phase of education, in small letters, as a phase of `lib/schools.ts`. */
const phases: {readonly [name: string]: string} = {
  nursery: 'nursery',
  primary: 'primary',
  'middle deemed primary': 'middle',
  'middle deemed secondary': 'middle',
  middle: 'middle',
  secondary: 'secondary',
  'all-through': 'all-through',
  'all through': 'all-through',
  '16 plus': '16-plus',
}

/** Types of school whose phase is “Not applicable”: which kind they are is in the name of the type. */
const kinds: readonly {inType: RegExp; phase: string}[] = [
  {inType: /alternative provision|pupil referral unit/i, phase: 'alternative-provision'},
  {inType: /special/i, phase: 'special'},
  {inType: /16[ -](?:to[ -])?19|sixth form|further education/i, phase: '16-plus'},
  {inType: /nursery/i, phase: 'nursery'},
]

/**
 * The phase of a school, a value of `phases` in `lib/schools.ts`. Special schools and alternative provision have none
 * in the register, and are told by their type; some have one beside it, such as “Secondary”, which says less.
 * @returns null when neither says it, so that staff choose
 */
export function phaseOf(phase: string, type: string): string | null {
  const [first, second] = kinds
  const ofItsOwn = [first, second].find((kind) => kind?.inType.test(type))
  if (ofItsOwn) return ofItsOwn.phase
  return phases[phase.trim().toLowerCase()] ?? kinds.find(({inType}) => inType.test(type))?.phase ?? null
}
