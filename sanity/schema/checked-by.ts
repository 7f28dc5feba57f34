/**
 * Turns a rule from `lib/` into the shape that the Studio's `rule.custom` wants: the message, or true.
 * @param problem - says what is wrong with a value, or null
 */
export function checkedBy<Value>(problem: (value: Value | undefined) => string | null) {
  return (value: Value | undefined): string | true => problem(value) ?? true
}

/** Today in the time zone of the person who edits, as `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date()
  const twoDigits = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
}
