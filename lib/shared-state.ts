/**
 * State of this process that several of Next.js's bundles share. Each route has its own copy of a module, so a
 * module's variable would be one per route.
 */
export function sharedState<T extends object>(
  name: string,
  initial: () => T,
  isState: (value: unknown) => value is T,
): T {
  const key = Symbol.for(`school-trust-website.${name}`)
  const existing: unknown = Reflect.get(globalThis, key)
  if (isState(existing)) return existing
  const made = initial()
  Reflect.set(globalThis, key, made)
  return made
}
