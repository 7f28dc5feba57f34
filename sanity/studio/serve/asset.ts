import {readFile} from 'node:fs/promises'
import path from 'node:path'

const contentTypes: {[extension: string]: string} = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** Built files carry a hash in their name, except these, which Sanity names plainly. */
const plainlyNamed = /^(favicon|apple-touch-icon|manifest)/

/** What every file of the Studio says: it runs nothing but files of this origin, and is in nobody's frame. */
export const assetHeaders = {
  'Content-Security-Policy': "script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
}

export type StudioAsset = {body: Buffer<ArrayBuffer>; headers: {[name: string]: string}}

/**
 * Reads a file of the built Studio, or answers null when there is none.
 * @param folder the build's `static` folder
 * @param segments the path below it, decoded; anything but plain names is refused
 */
export async function readStudioAsset(folder: string, segments: string[]): Promise<StudioAsset | null> {
  const name = segments.at(-1)
  if (!name || !segments.every((segment) => /^[\w][\w.@-]*$/.test(segment))) return null
  const contentType = contentTypes[path.extname(name)]
  if (!contentType) return null
  try {
    const body = await readFile(path.join(folder, ...segments))
    const cacheControl = plainlyNamed.test(name)
      ? 'public, max-age=3600'
      : 'public, max-age=31536000, immutable'
    return {
      body,
      headers: {...assetHeaders, 'Content-Type': contentType, 'Cache-Control': cacheControl},
    }
  } catch {
    return null
  }
}
