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

/** Whether a bracket or a string is still open where the query ends. */
export function isUnfinished(query: string): boolean {
  const token = /"(?:\\.|[^"\\])*("|$)|'(?:\\.|[^'\\])*('|$)|\/\/[^\n]*|[[({]|[\])}]/g
  let depth = 0
  for (const {0: text, 1: double, 2: single} of query.matchAll(token)) {
    if (double === '' || single === '') return true
    if (text === '[' || text === '(' || text === '{') depth += 1
    else if (text === ']' || text === ')' || text === '}') depth -= 1
  }
  return depth > 0
}
