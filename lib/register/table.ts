import {type CsvError, type Parser, parse} from 'csv-parse'
import type {OnProgress, RegisterFile} from './file.ts'
import {RegisterProblem} from './problem.ts'
import {type Encoding, textOf} from './text.ts'

/** A row of a table. */
export type TableRow = {
  /** Where it ends in the file; the header is on line 1. */
  line: number
  /** What stands in a column, read by the column's name; undefined when the file has no such column. */
  cell: (column: string) => string | undefined
}

export type Table = {
  file: RegisterFile
  encoding: Encoding
  /** Looks at the names in the header. @throws RegisterProblem when these are not the columns that are needed */
  checkHeader: (columns: ReadonlySet<string>) => void
  onRow: (row: TableRow) => void
  onProgress?: OnProgress | undefined
}

/** Letters of the longest row: more means that a quotation mark is never closed. */
const longestRow = 1_000_000

/** Milliseconds after which reading lets the page, or the process, do something else. */
const longestTurn = 30

/**
 * Reads a table with commas from beginning to end as a stream. Every row has as many values as the header.
 * @throws RegisterProblem that names the line where it does not
 */
export async function readTable({file, encoding, onProgress, ...table}: Table): Promise<void> {
  const rows = new RowReader(table)
  const parser = parse({
    relax_column_count: true,
    record_delimiter: '\n',
    skip_empty_lines: true,
    max_record_size: longestRow,
    on_record: (values: string[], {lines}) => {
      rows.take(values, lines)
    },
  })
  // Each problem comes with the piece of text that it is in; without a listener it would also end the process.
  parser.on('error', () => {})
  parser.resume()
  let turnBegan = performance.now()
  for await (const text of textOf(file, encoding, onProgress)) {
    await write(parser, text)
    if (performance.now() - turnBegan < longestTurn) continue
    await new Promise((resolve) => setTimeout(resolve))
    turnBegan = performance.now()
  }
  await end(parser)
  rows.end()
}

/** The names in the header of a table, without reading further. */
export async function readHeader(file: RegisterFile, encoding: Encoding): Promise<ReadonlySet<string>> {
  let header: ReadonlySet<string> = new Set()
  const found = new Error('The header is known.')
  const rest = {
    checkHeader: (columns: ReadonlySet<string>) => {
      header = columns
      throw found
    },
    onRow: () => {},
  }
  await readTable({file, encoding, ...rest}).catch((error: unknown) => {
    if (error !== found) throw error
  })
  return header
}

function write(parser: Parser, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(text, 'utf8', (error) => (error ? reject(inWords(error)) : resolve()))
  })
}

function end(parser: Parser): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.once('error', (error) => reject(inWords(error)))
    parser.once('end', resolve)
    parser.end()
  })
}

/** What the parser objects to, in words for staff; anything else as it is. */
function inWords(error: Error): Error {
  if (!isCsvError(error)) return error
  const {code, lines} = error
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') {
    return new RegisterProblem(
      `A quotation mark that opens on line ${lines} or before is never closed: the file seems to have been cut off. ${again}`,
    )
  }
  if (lines === 1) {
    return new RegisterProblem(
      'The first line is no header with commas: download the file again, or save it as “CSV UTF-8 (comma delimited)”.',
    )
  }
  return new RegisterProblem(
    `On line ${lines} there is a quotation mark where none belongs, so the file cannot be read. ${again}`,
  )
}

const again = 'Download it again.'

function isCsvError(error: Error): error is CsvError & {lines: number} {
  return 'code' in error && 'lines' in error
}

/** Turns the values of each line into rows, by the header that comes first. */
class RowReader {
  readonly #table: Pick<Table, 'checkHeader' | 'onRow'>
  #columns: ReadonlyMap<string, number> | null = null
  #width = 0
  #rows = 0
  #unequal: {line: number; count: number} | null = null

  constructor(table: Pick<Table, 'checkHeader' | 'onRow'>) {
    this.#table = table
  }

  take(values: string[], line: number): void {
    if (this.#columns === null) {
      this.#takeHeader(values)
      return
    }
    if (this.#unequal !== null) throw unequalProblem(this.#unequal, this.#width)
    if (values.length !== this.#width) {
      // Which of the two it is, a damaged row or the end of a file that was cut off, the next row tells.
      this.#unequal = {line, count: values.length}
      return
    }
    const columns = this.#columns
    this.#rows += 1
    this.#table.onRow({
      line,
      cell: (column) => {
        const at = columns.get(column)
        return at === undefined ? undefined : values[at]
      },
    })
  }

  /** @throws RegisterProblem when the file ended before its last row did, or holds none */
  end(): void {
    if (this.#unequal !== null) {
      const {line, count} = this.#unequal
      throw new RegisterProblem(
        `The last line, ${line}, has ${valuesInWords(count)} instead of ${this.#width}: the file seems to have been cut off. ${again}`,
      )
    }
    if (this.#columns === null || this.#rows === 0) {
      throw new RegisterProblem(`This file has no rows below its header. ${again}`)
    }
  }

  #takeHeader(values: string[]): void {
    const names = values.map((name) => name.trim())
    // A column that is there twice is read where it comes first.
    this.#columns = new Map(names.map((name, at): [string, number] => [name, at]).reverse())
    this.#width = values.length
    this.#table.checkHeader(new Set(names))
  }
}

function unequalProblem({line, count}: {line: number; count: number}, width: number): RegisterProblem {
  return new RegisterProblem(
    `Line ${line} has ${valuesInWords(count)}, but the header has ${width} columns: the file is damaged. Nothing can be read from it. ${again}`,
  )
}

const valuesInWords = (count: number) => (count === 1 ? '1 value' : `${count} values`)
