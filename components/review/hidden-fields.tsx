/** Carries what was answered from one step to the next, where no script remembers it. */
export function HiddenFields({fields}: {fields: {readonly [name: string]: string}}) {
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}
