export type Redirect = {from: string; to: string; permanent: boolean}

/**
 * Where an address leads after every redirect in a row, or null when it stays or runs in a circle. It is
 * permanent only if each step is.
 */
export function findRedirect(
  path: string,
  redirects: readonly Redirect[],
): {to: string; permanent: boolean} | null {
  const passed = new Set<string>()
  let to = path
  let permanent = true
  for (;;) {
    if (passed.has(to)) return null
    passed.add(to)
    const step = redirects.find(({from}) => from === to)
    if (step === undefined) break
    to = step.to
    permanent &&= step.permanent
  }
  return to === path ? null : {to, permanent}
}
