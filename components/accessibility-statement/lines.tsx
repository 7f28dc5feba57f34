import {editable, type Origin} from '#sanity/lib/origin.ts'

/** The lines of a plain text: one is a paragraph, several are a list. */
export function Lines({lines, origin}: {lines: string[]; origin: Origin | undefined}) {
  if (lines.length === 1) return <p {...editable(origin)}>{lines[0]}</p>
  return (
    <ul {...editable(origin)}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
