import {readFileSync} from 'node:fs'
import path from 'node:path'

/**
 * The name that Next.js gives each build.
 * @param folder - of the built site
 * @throws Error when there is none
 */
export function buildName(folder: string): string {
  return readFileSync(path.join(folder, '.next/BUILD_ID'), 'utf8')
}
