import {createDataAttribute} from 'next-sanity'
import type {Reading} from './parse.ts'

/** Where something that is shown stands in Content Lake: in which document, and at which path in it. */
export type Origin = {
  readonly id: string
  readonly type: string
  /** Such as `sections[_key=="a"].picture`; empty for the document as a whole. */
  readonly path: string
}

/** Undefined for visitors, whose pages say nothing of where their words are kept. */
export function originOf(
  reading: Pick<Reading, 'preview'>,
  id: string,
  type: string,
  path = '',
): Origin | undefined {
  return reading.preview ? {id, type, path} : undefined
}

/** @param path - of a field below, such as `picture` or `[_key=="a"]` */
export function within(origin: Origin | undefined, path: string): Origin | undefined {
  if (origin === undefined) return undefined
  const joint = origin.path === '' || path.startsWith('[') ? '' : '.'
  return {...origin, path: `${origin.path}${joint}${path}`}
}

/** The path of an item of a list; undefined for one that an import left without a key. */
export function itemOf(origin: Origin | undefined, key: string | null): Origin | undefined {
  return key === null ? undefined : within(origin, `[_key=="${key}"]`)
}

/**
 * Attributes for an element that shows what stands somewhere: in Preview a click on it opens that field, and an item
 * of a list can be moved. Words carry their own origin; this is for pictures, numbers, dates, addresses and names of
 * choices, which cannot. Nothing for visitors.
 */
export function editable(origin: Origin | undefined, path = ''): {'data-sanity'?: string} {
  const place = path === '' ? origin : within(origin, path)
  if (place === undefined || place.path === '') return {}
  return {'data-sanity': createDataAttribute({baseUrl: '/studio', ...place}).toString()}
}
