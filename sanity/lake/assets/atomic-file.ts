import {randomUUID} from 'node:crypto'
import {mkdirSync, readdirSync, rmSync} from 'node:fs'
import {mkdir, open, rename, rm} from 'node:fs/promises'
import {dirname, join} from 'node:path'

/**
 * Writes a file so that it is there whole or not at all: under a temporary name beside it, then renamed.
 * `durable` also waits until the bytes and the name are on disk, so that they survive a power cut.
 */
export async function writeFileAtomically(
  file: string,
  bytes: Uint8Array,
  {durable}: {durable: boolean},
): Promise<void> {
  const folder = dirname(file)
  await mkdir(folder, {recursive: true})
  const temporary = `${file}.${randomUUID()}.tmp`
  try {
    const handle = await open(temporary, 'w')
    try {
      await handle.writeFile(bytes)
      if (durable) await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, {force: true})
    throw error
  }
  if (durable) await syncFolder(folder)
}

/** Makes the folder, and removes from it what a run that was killed had begun to write. For the start only. */
export function prepareFolder(folder: string): void {
  mkdirSync(folder, {recursive: true})
  for (const name of readdirSync(folder)) if (name.endsWith('.tmp')) rmSync(join(folder, name))
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
