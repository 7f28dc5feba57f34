import {existsSync} from 'node:fs'
import path from 'node:path'

/**
 * Adds the variables of the `.env` files to those of the process: the same files in the same order as Next.js, which
 * then finds nothing new in them, so that all parts see the same. The shell wins over every file, an earlier file
 * over a later one.
 */
export function loadEnvironmentFiles(root: string, mode: 'production' | 'development'): void {
  for (const name of [`.env.${mode}.local`, '.env.local', `.env.${mode}`, '.env']) {
    const file = path.join(root, name)
    if (existsSync(file)) process.loadEnvFile(file)
  }
}
