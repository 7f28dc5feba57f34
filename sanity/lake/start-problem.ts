/**
 * Why the lake cannot start, in words for the person at the terminal.
 * The message names the thing and ends with the remedy; no stack trace helps them.
 */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}
