import {validDay} from './days.ts'

/** A file that staff chose, wherever it lies. */
export type RegisterFile = {
  name: string
  /** In bytes. */
  size: number
  /** The day on which it was last written, `YYYY-MM-DD`. */
  savedOn: string
  /** Its bytes from the beginning, each time anew. */
  chunks: () => AsyncIterable<Uint8Array>
}

/** Called while a file is read, with bytes done and bytes in all. */
export type OnProgress = (done: number, total: number) => void

/**
 * The day whose facts a file holds, `YYYY-MM-DD`. The register puts it into the name of each download
 * (`edubasealldata20261127.csv`); a file of another name is as old as it was last written.
 */
export function dayOfFile({name, savedOn}: Pick<RegisterFile, 'name' | 'savedOn'>): string {
  const digits = /(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)/.exec(name)
  const [, year = '', month = '', day = ''] = digits ?? []
  return validDay(year, month, day) ?? savedOn
}
