import {appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync} from 'node:fs'
import path from 'node:path'

/** Jest and Playwright both run in the project's folder. */
const root = path.resolve('.')

/**
 * What starting needs, but no lock file: without one of its own a copy finds the
 * root of the packages.
 */
const sources = [
  '__tests__',
  'app',
  'cache-handler.ts',
  'components',
  'deploy',
  'docs',
  'instrumentation.ts',
  'lib',
  'next.config.js',
  'package.json',
  'proxy.ts',
  'public',
  'sanity',
  'sanity.cli.ts',
  'sanity.config.ts',
  'scripts',
  'tsconfig.json',
]

/** A copy's types are those of this tree, which are checked here, and nobody builds it a second time. */
const quickBuild = `
config.typescript = {ignoreBuildErrors: true}
config.experimental.turbopackFileSystemCacheForBuild = false
`

export type Tree = {folder: string; remove: () => void}

/**
 * A copy of the project that a test may change and build as it likes, with the same packages. It lies within the
 * project, because Next.js follows no link that leads out of the folder of the lock file, and not in test-results,
 * because Vite notices no change there.
 * @param withStudio - whether the Studio that was built here counts as built there too
 */
export function copyTree({withStudio = false} = {}): Tree {
  const parent = path.join(root, '.test-trees')
  mkdirSync(parent, {recursive: true})
  const folder = mkdtempSync(path.join(parent, 'tree-'))
  const present = new Set(readdirSync(root))
  for (const name of sources.filter((source) => present.has(source))) {
    cpSync(path.join(root, name), path.join(folder, name), {
      recursive: true,
      filter: (file) => (withStudio || !file.endsWith('/studio/dist')) && !/\.(test|spec)\.tsx?$/.test(file),
    })
  }
  appendFileSync(path.join(folder, 'next.config.js'), quickBuild)
  const packages = path.join(folder, 'node_modules')
  mkdirSync(packages)
  for (const name of readdirSync(path.join(root, 'node_modules'))) {
    // Caches of builds are the copy's own.
    if (name.startsWith('.') && name !== '.bin') continue
    symlinkSync(path.join(root, 'node_modules', name), path.join(packages, name))
  }
  return {folder, remove: () => rmSync(folder, {recursive: true, force: true, maxRetries: 5})}
}
