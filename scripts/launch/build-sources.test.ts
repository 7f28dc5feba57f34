import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {siteSources, studioSources} from './build-sources.ts'

/** Files of the project that these files import, whether at once or later, and what those import in turn. */
function importedFrom(entries: string[]): Set<string> {
  const found = new Set<string>()
  const follow = (file: string) => {
    if (found.has(file)) return
    found.add(file)
    // Types leave no trace in what is built.
    const code = readFileSync(file, 'utf8').replace(/import type [^']*'[^']*'/g, '')
    const imports = code.matchAll(/(?:from|import)\s*\(?\s*'((?:#|\.{1,2}\/)[^']+\.(?:tsx?|css))'/g)
    for (const [, source = ''] of imports) {
      follow(source.startsWith('#') ? source.slice(1) : path.join(path.dirname(file), source))
    }
  }
  for (const entry of entries) follow(entry)
  return found
}

const filesBelow = (folder: string) =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => path.join(folder, name))

const isIn = (sources: string[]) => (file: string) =>
  sources.some((source) => file === source || file.startsWith(`${source}/`))

it('builds the Studio again for a change in any file that it imports', () => {
  const imported = [...importedFrom(['sanity.cli.ts', 'sanity.config.ts', 'sanity/studio/lake-client.ts'])]
  expect(imported.length).toBeGreaterThan(20)
  expect(imported.filter((file) => !isIn(studioSources)(file))).toEqual([])
})

it('builds the site again for a change in any file that it imports', () => {
  const imported = [
    ...importedFrom([...filesBelow('app'), 'proxy.ts', 'instrumentation.ts', 'next.config.js']),
  ]
  expect(imported.length).toBeGreaterThan(50)
  expect(imported.filter((file) => !isIn(siteSources)(file))).toEqual([])
})

it('names only what is there', () => {
  expect(
    [...studioSources, ...siteSources].filter((source) => !existsSync(source) && source !== 'public'),
  ).toEqual([])
})
