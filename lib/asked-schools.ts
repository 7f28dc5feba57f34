import {inputOfPart, partOfInput} from './address-part.ts'
import {phases} from './schools.ts'
import {schoolList} from './slugs.ts'
import {tidyInput} from './tidy-input.ts'

/** Which schools a visitor wants to see; all of them without a phase and a name. */
export type AskedSchools = {
  /** One of {@link phases}. */
  phase: string | null
  /** A part of a school's name or place, as it was typed. */
  name: string
}

export const schoolsAddress = schoolList.path
/** Where the answers are made: see lib/answers-to-input.ts. */
export const findSchoolsAddress = `${schoolsAddress}/find/`

/** Stands for every phase in the address inside the site. */
const anyPhase = 'any'

/** What a visitor's address asks for. A phase that there is not asks for nothing. */
export function askedBy(query: URLSearchParams): AskedSchools {
  return {phase: phaseCalled(query.get('phase')), name: tidyInput(query.get('name') ?? '')}
}

/** The same, from the parts of the address inside the site below {@link findSchoolsAddress}. */
export function askedInside([phase = '', name = '']: readonly string[]): AskedSchools {
  return {phase: phaseCalled(phase), name: tidyInput(inputOfPart(name))}
}

/** The address at which a visitor asks for schools. */
export function askingAddress({phase, name}: AskedSchools): string {
  const query = new URLSearchParams()
  if (phase !== null) query.set('phase', phase)
  if (name !== '') query.set('name', name)
  return query.size === 0 ? schoolsAddress : `${schoolsAddress}?${query}`
}

/** Where the answer is made, or null when every school is asked for, which is a page of its own. */
export function insideAddressFor({phase, name}: AskedSchools): string | null {
  if (phase === null && name === '') return null
  const parts = name === '' ? [] : [partOfInput(name)]
  return findSchoolsAddress + [phase ?? anyPhase, ...parts].join('/')
}

function phaseCalled(value: string | null): string | null {
  return phases.find((phase) => phase.value === value)?.value ?? null
}
