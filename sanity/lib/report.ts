/** One line in the server's log about content that staff should look at. No words of the content itself. */
export function reportContentProblem(problem: string): void {
  console.error(`[content] ${problem}`)
}
