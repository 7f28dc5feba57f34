export type Redirect = {from: string; to: string; permanent: boolean}

/**
 * Where an address leads after every redirect in a row, or null when it stays or runs in a circle. It is
 * permanent only if each step is.
 * @param isShown - whether something is at an address: no redirect leads on from there
 */
export function findRedirect(
  path: string,
  redirects: readonly Redirect[],
  isShown: (path: string) => boolean,
): {to: string; permanent: boolean} | null {
  const passed = new Set<string>()
  let to = path
  let permanent = true
  while (!isShown(to)) {
    if (passed.has(to)) return null
    passed.add(to)
    const step = redirects.find(({from}) => from === to)
    if (step === undefined) break
    to = step.to
    permanent &&= step.permanent
  }
  return to === path ? null : {to, permanent}
}
