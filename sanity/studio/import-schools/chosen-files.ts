import {utcDayOf} from '#lib/dates.ts'
import {isCompanion} from '#lib/register/companion-files.ts'
import type {RegisterFile} from '#lib/register/file.ts'
import {RegisterProblem} from '#lib/register/problem.ts'

/** The register’s file of schools, and those beside it. */
export type ChosenFiles = {register: RegisterFile; companions: RegisterFile[]}

/** A file of this browser’s machine. */
function openFile(file: File): RegisterFile {
  return {
    name: file.name,
    size: file.size,
    savedOn: utcDayOf(file.lastModified),
    chunks: () => chunksOf(file),
  }
}

async function* chunksOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
  } finally {
    await reader.cancel()
  }
}

/** Says which of several files a problem is about. */
function naming({name}: RegisterFile): (error: unknown) => never {
  return (error) => {
    throw error instanceof RegisterProblem ? new RegisterProblem(`“${name}”: ${error.message}`) : error
  }
}

/**
 * Tells the files that staff chose by their columns, in whatever order they come.
 * @throws RegisterProblem when there is not exactly one that may be the file of schools
 */
export async function tellFiles(files: readonly File[]): Promise<ChosenFiles> {
  const companions: RegisterFile[] = []
  const others: RegisterFile[] = []
  for (const file of files.map(openFile)) {
    // One file alone is read as the file of schools, which says best what is wrong with it.
    const isBeside = files.length > 1 && (await isCompanion(file).catch(naming(file)))
    if (isBeside) companions.push(file)
    else others.push(file)
  }
  const [register, ...more] = others
  if (register && more.length === 0) return {register, companions}
  throw new RegisterProblem(
    register
      ? `${others.map(({name}) => `“${name}”`).join(' and ')} may each be the file of schools: choose one of them.`
      : 'The file of schools is missing, whose name begins with “edubasealldata”: choose it together with these.',
  )
}
