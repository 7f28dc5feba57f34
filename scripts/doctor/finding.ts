/** What one look came to. `unknown` is what the tokens do not let the doctor see. */
export type Finding = {
  state: 'good' | 'warning' | 'fault' | 'unknown'
  /** One sentence that names the thing; never a token, a password or an address of a person. */
  says: string
  /** What to do about it; null when all is well. */
  remedy: string | null
}

export const good = (says: string): Finding => ({state: 'good', says, remedy: null})
export const warning = (says: string, remedy: string): Finding => ({state: 'warning', says, remedy})
export const fault = (says: string, remedy: string): Finding => ({state: 'fault', says, remedy})
export const unknown = (says: string, remedy: string): Finding => ({state: 'unknown', says, remedy})

const signs = {good: 'ok     ', warning: 'look   ', fault: 'MEND   ', unknown: '?      '}

/** The findings for whoever reads them: each with its remedy below it, and a last line that sums up. */
export function findingsInWords(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({state, says, remedy}) => [
    `${signs[state]}${says}`,
    ...(remedy === null ? [] : [`       → ${remedy}`]),
  ])
  const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length
  const [faults, warnings, unknowns] = [count('fault'), count('warning'), count('unknown')]
  const sum =
    faults === 0
      ? `Nothing has to be mended. ${warnings} to look at, ${unknowns} that cannot be seen from here.`
      : `${faults} to mend, ${warnings} to look at, ${unknowns} that cannot be seen from here.`
  return [...lines, '', sum].join('\n')
}
