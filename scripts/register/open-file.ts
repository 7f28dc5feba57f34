import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import path from 'node:path'
import {utcDayOf} from '#lib/dates.ts'
import type {RegisterFile} from '#lib/register/file.ts'
import {RegisterProblem} from '#lib/register/problem.ts'

/** A file on this machine. @throws RegisterProblem when there is none */
export async function openRegisterFile(location: string): Promise<RegisterFile> {
  const found = await stat(location).catch(() => null)
  if (!found?.isFile()) throw new RegisterProblem(`${location} does not exist, or is no file.`)
  return {
    name: path.basename(location),
    size: found.size,
    savedOn: utcDayOf(found.mtimeMs),
    // Larger pieces pile up before their memory is given back.
    chunks: () => createReadStream(location, {highWaterMark: 65_536}),
  }
}
