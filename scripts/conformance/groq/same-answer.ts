import {isJsonObject} from '#sanity/lake/query/json.ts'
import type {JsonObject, JsonValue} from '#sanity/lake/types.ts'

/** What a lake adds to each document; the suite's documents are without it. */
const added = new Set(['_rev', '_createdAt', '_updatedAt'])

/** Digits of a double may differ in the last places from one implementation of a function to another. */
const closeness = 1e-12

/**
 * Whether an answer is the one that the suite expects, what a lake adds to documents aside. Where the suite expects
 * `_pos`, it means the place by `_score`: every implementation has scores of its own.
 */
export function isSameAnswer(actual: JsonValue, expected: JsonValue): boolean {
  if (typeof actual === 'number' && typeof expected === 'number') return isSameNumber(actual, expected)
  if (Array.isArray(expected)) return Array.isArray(actual) && isSameList(actual, expected)
  if (!isJsonObject(expected)) return actual === expected
  if (!isJsonObject(actual)) return false
  const names = new Set([...Object.keys(expected), ...Object.keys(actual)])
  return [...names].every((name) => {
    if (!Object.hasOwn(expected, name)) return added.has(name)
    return Object.hasOwn(actual, name) && isSameAnswer(actual[name] ?? null, expected[name] ?? null)
  })
}

function isSameList(actual: JsonValue[], expected: JsonValue[]): boolean {
  if (actual.length !== expected.length) return false
  const given = expected.some(hasPlace) ? withPlaces(actual) : actual
  return expected.every((item, index) => isSameAnswer(given[index] ?? null, item))
}

function hasPlace(item: JsonValue): boolean {
  return isJsonObject(item) && Object.hasOwn(item, '_pos')
}

/** Each object with its place by score, from 1, in the stead of the score; equal scores share a place. */
function withPlaces(items: JsonValue[]): JsonValue[] {
  const scores = new Set(items.map(scoreOf))
  const places = [...scores].sort((one, other) => other - one)
  return items.map((item) => {
    if (!isJsonObject(item)) return item
    const {_score, ...rest} = item
    const placed: JsonObject = {...rest, _pos: places.indexOf(scoreOf(item)) + 1}
    return placed
  })
}

function scoreOf(item: JsonValue): number {
  return isJsonObject(item) && typeof item._score === 'number' ? item._score : 0
}

function isSameNumber(actual: number, expected: number): boolean {
  return Math.abs(actual - expected) <= closeness * Math.max(1, Math.abs(expected))
}
