import {lstatSync, readdirSync} from 'node:fs'
import path from 'node:path'

/** Bytes that the files of a folder hold, those of folders in it too. */
export function bytesIn(folder: string): number {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'}).reduce((sum, name) => {
    const found = lstatSync(path.join(folder, name), {throwIfNoEntry: false})
    return sum + (found?.isFile() ? found.size : 0)
  }, 0)
}

/** Bytes of memory that the site and its lake hold, as their metrics say. */
export async function memoryOf(siteUrl: string): Promise<{site: number; lake: number}> {
  const text = await (await fetch(`${siteUrl}/api/metrics`)).text()
  const read = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? 0)
  return {site: read('process_resident_memory_bytes'), lake: read('lake_process_resident_memory_bytes')}
}

export const megabytes = (bytes: number) => Math.round(bytes / 1024 ** 2)
