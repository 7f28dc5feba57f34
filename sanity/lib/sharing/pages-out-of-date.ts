import {readdir, readFile, stat} from 'node:fs/promises'
import path from 'node:path'
import {areTagsStale} from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'
import {isFields} from '../parse.ts'

const metaEnd = '.meta'
const tagsHeader = 'x-next-cache-tags'

/** What the build made, and what was made at run time, for the first time or again. */
const pageFolders = ['.next/server/app', '.next/server/route-cache']

/** What is kept at run time stands under a name of its route, and the path of the page behind it. */
const routeMark = '/$/'

/** How many files are read at the same time. */
const atOnce = 32

/**
 * The paths of all pages on the disk that the table of tags has made out of date. It may name one that was made again
 * since under another name, which costs nothing to ask for.
 * @param folder - of the built site
 */
export async function pagesOutOfDate(folder: string): Promise<string[]> {
  const metas = (await Promise.all(pageFolders.map((pages) => metaFilesIn(path.join(folder, pages))))).flat()
  const found = new Set<string>()
  const look = async () => {
    for (let meta = metas.pop(); meta !== undefined; meta = metas.pop())
      if (await isOutOfDate(meta.file)) found.add(addressOf(meta.name))
  }
  await Promise.all(Array.from({length: atOnce}, look))
  return [...found]
}

/** @returns none for a folder that is not there, as that of what visitors first asked for before the first one */
async function metaFilesIn(folder: string): Promise<{file: string; name: string}[]> {
  const names = await readdir(folder, {recursive: true}).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.filter((name) => name.endsWith(metaEnd)).map((name) => ({file: path.join(folder, name), name}))
}

async function isOutOfDate(metaFile: string): Promise<boolean> {
  try {
    const meta: unknown = JSON.parse(await readFile(metaFile, 'utf8'))
    const headers = isFields(meta) && isFields(meta.headers) ? meta.headers : null
    const tags = headers?.[tagsHeader]
    if (typeof tags !== 'string') return false
    const promotedAt = isFields(meta) ? meta.routeCacheLastModified : undefined
    const madeAt = typeof promotedAt === 'number' ? promotedAt : (await stat(metaFile)).mtimeMs
    return areTagsStale(tags.split(','), madeAt)
  } catch {
    return false // It is being written, or has gone.
  }
}

function addressOf(name: string): string {
  const page = `/${name.slice(0, -metaEnd.length)}`
  const mark = page.indexOf(routeMark)
  const address = mark === -1 ? page : page.slice(mark + routeMark.length - 1)
  return address === '/index' ? '/' : encodeURI(decodeAddress(address))
}

/** Next.js names some files as the address is written, and some as a browser sends it. */
function decodeAddress(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
