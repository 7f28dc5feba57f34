/** The lines of a plain text: one is a paragraph, several are a list. */
export function Lines({lines}: {lines: string[]}) {
  if (lines.length === 1) return <p>{lines[0]}</p>
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
