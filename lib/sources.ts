import {webAddressProblem} from './links.ts'

/** Where something can be looked up. Any part may be missing while staff write. */
export type Source = {
  publisher?: string | undefined
  title?: string | undefined
  url?: string | undefined
  /** `YYYY-MM-DD` */
  publishedOn?: string | undefined
}

/** Something wrong with a source: its field, and what to do. */
export type SourceProblem = {path: readonly [keyof Source]; message: string}

const isBlank = (text: string | undefined) => !text || text.trim() === ''

/**
 * What keeps others from finding a source; empty when nothing does. The Office for Statistics Regulation asks that whoever
 * quotes a number says where it comes from, so that others can look it up.
 */
export function sourceProblems(source: Source | undefined): SourceProblem[] {
  const {publisher, title, url} = source ?? {}
  const problems: [keyof Source, string | null][] = [
    ['publisher', isBlank(publisher) ? 'Name the publisher of the source.' : null],
    ['title', isBlank(title) ? 'Give the title of the source.' : null],
    ['url', isBlank(url) ? 'Give the address of the source.' : webAddressProblem(url)],
  ]
  return problems.flatMap(([field, message]) => (message === null ? [] : [{path: [field], message}]))
}

/**
 * What is wrong with the address of a source that nothing depends on: where it is given, visitors can follow it. Without
 * one the answer stands by itself.
 */
export function sourceAddressProblems(source: Source | undefined): SourceProblem[] {
  return isBlank(source?.url) ? [] : sourceProblems(source).filter(({path: [field]}) => field === 'url')
}

/** As {@link sourceProblems}; the day of publication is asked for too, because facts age. */
export function datedSourceProblems(source: Source | undefined): SourceProblem[] {
  const dated = !isBlank(source?.publishedOn)
  const undated: SourceProblem = {path: ['publishedOn'], message: 'Give the day on which it was published.'}
  return [...sourceProblems(source), ...(dated ? [] : [undated])]
}
