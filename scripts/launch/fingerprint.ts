import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'

/** Parts of the tree that no build reads. */
const ignored = /(^|\/)(node_modules|dist|\.sanity)$|\.test\.tsx?$/

/**
 * SHA-256 over names and bytes of all files below `paths` and over `settings`, in hexadecimal:
 * the same value means that building again would give the same result.
 * @param paths files and folders, relative to `root`; a missing one counts as empty
 */
export function fingerprintOf(root: string, paths: string[], settings: string[] = []): string {
  const hash = createHash('sha256')
  for (const setting of settings) hash.update(`setting ${setting}\0`)
  for (const file of paths.flatMap((name) => filesBelow(root, name)).sort()) {
    hash.update(`file ${file}\0`)
    hash.update(readFileSync(path.join(root, file)))
  }
  return hash.digest('hex')
}

function filesBelow(root: string, name: string): string[] {
  const full = path.join(root, name)
  if (ignored.test(name) || !existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [name]
  return readdirSync(full).flatMap((entry) => filesBelow(root, `${name}/${entry}`))
}

/** Where a build's fingerprint is kept, beside its output, so that removing one removes the other. */
function stampFile(outputFolder: string): string {
  return path.join(outputFolder, 'fingerprint')
}

export function isBuilt(outputFolder: string, fingerprint: string): boolean {
  const file = stampFile(outputFolder)
  return existsSync(file) && readFileSync(file, 'utf8') === fingerprint
}

/** Before a build: until it has ended well, its output counts as missing. */
export function forgetBuild(outputFolder: string): void {
  rmSync(stampFile(outputFolder), {force: true})
}

export function rememberBuild(outputFolder: string, fingerprint: string): void {
  mkdirSync(outputFolder, {recursive: true})
  writeFileSync(stampFile(outputFolder), fingerprint)
}
