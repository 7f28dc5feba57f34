/** In UTF-16 code units; hosted Sanity's own limit for a POST body is of that order. */
export const MAX_QUERY_LENGTH = 1_000_000

/** Brackets inside brackets. Queries of the Studio reach about 15. */
const MAX_NESTING = 100

/**
 * Refuses queries whose brackets are nested so deeply that parsing or evaluating them could exhaust the stack.
 * @throws what `refusal` makes of the reason and the offset
 */
export function checkNesting(query: string, refusal: (description: string, at: number) => Error): void {
  const token = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/\/[^\n]*|[[({]|[\])}]/g
  let depth = 0
  for (const {0: text, index} of query.matchAll(token)) {
    if (text === '[' || text === '(' || text === '{') depth += 1
    else if (text === ']' || text === ')' || text === '}') depth -= 1
    if (depth > MAX_NESTING) throw refusal('query is nested too deeply', index)
  }
}
