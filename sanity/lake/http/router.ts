import {plainError} from '../errors.ts'
import type {Handler} from './exchange.ts'

type Segment = {literal: string} | {parameter: string} | {rest: string}

export type Route = {method: string; segments: Segment[]; handler: Handler}

/** `pattern` is like `/data/query/:dataset`; a last part like `*path` takes all that follows. */
export function route(method: string, pattern: string, handler: Handler): Route {
  const segments = splitPath(pattern).map((part): Segment => {
    if (part.startsWith(':')) return {parameter: part.slice(1)}
    if (part.startsWith('*')) return {rest: part.slice(1)}
    return {literal: part}
  })
  return {method, segments, handler}
}

export type FoundRoute = {handler: Handler; parameters: Map<string, string>}

/** Finds the first route that fits. Null is an unknown address; `'method'` a known one asked in another way. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): FoundRoute | 'method' | null {
  const parts = splitPath(path)
  let isKnown = false
  for (const candidate of routes) {
    const parameters = matchSegments(candidate.segments, parts)
    if (!parameters) continue
    if (candidate.method === method) return {handler: candidate.handler, parameters}
    isKnown = true
  }
  return isKnown ? 'method' : null
}

function matchSegments(segments: Segment[], parts: string[]): Map<string, string> | null {
  const parameters = new Map<string, string>()
  for (const [index, segment] of segments.entries()) {
    if ('rest' in segment) {
      if (parts.length <= index) return null
      parameters.set(segment.rest, parts.slice(index).map(decodePart).join('/'))
      return parameters
    }
    const part = parts[index]
    if (part === undefined) return null
    if ('parameter' in segment) parameters.set(segment.parameter, decodePart(part))
    else if (segment.literal !== part) return null
  }
  return segments.length === parts.length ? parameters : null
}

function splitPath(path: string): string[] {
  return path.split('/').filter((part) => part !== '')
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw plainError(400, 'Bad Request', 'The address holds a malformed percent sign')
  }
}
