import {existsSync, globSync, readFileSync} from 'node:fs'

const page = readFileSync('docs/upgrading.md', 'utf8')

/** Each row of the tables that has something to hold it, cell by cell. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| what') && !line.startsWith('| ---'))
  .map((line) => line.split('|').map((cell) => cell.trim()))

const codeIn = (text: string) => Array.from(text.matchAll(/`([^`]+)`/g), ([, code = '']) => code)

const sources = globSync(['{app,components,lib,sanity,scripts}/**/*.{ts,tsx,mjs}', '*.{ts,js}']).filter(
  (file) => !/\.(test|d)\.tsx?$|^sanity\/studio\/dist\/|^jest\.|^playwright\.|sanity\.types/.test(file),
)

const text = new Map(sources.map((file) => [file, readFileSync(file, 'utf8')]))

/** What is used by name of Next.js, of Node.js or of a build, and is promised by none of them. */
const unpromised =
  /next\/dist\/[\w./-]+|node:diagnostics_channel|prerender-manifest\.json|'BUILD_ID'|__prerender_bypass|x-nextjs-[\w-]+|'next-action'|'\/_not-found'|\bensureStatic\b|\bglobalNotFound\b|\bcssChunking\b|next\/experimental[\w/]*|\bunstable_\w+/g

const foundInSources = [...text].flatMap(([file, words]) =>
  Array.from(withoutComments(words).matchAll(unpromised), ([found]) => ({
    file,
    what: found.replaceAll("'", '').replace('node:', ''),
  })),
)

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}

it('names everything that is used and not promised, with the file that uses it', () => {
  // That it finds them at all.
  expect(foundInSources).toContainEqual({file: 'cache-handler.ts', what: 'next/dist/server/response-cache'})
  expect(foundInSources.length).toBeGreaterThan(10)
  const unnamed = foundInSources.filter(
    ({file, what}) =>
      !rows.some(([, whats = '', where = '']) => whats.includes(stem(what)) && codeIn(where).includes(file)),
  )
  expect(unnamed).toEqual([])
})

/** The types of a module stand beside it. */
const stem = (what: string) => what.replace(/\/types\.js$/, '')

/** Names that the types of the Studio mark as internal, without those that it passes on from its public types. */
function internalNames(): Set<string> {
  const declared = (files: string[], pattern: RegExp) =>
    files.flatMap((file) => Array.from(readFileSync(file, 'utf8').matchAll(pattern), ([, name = '']) => name))
  const declaration =
    '(?:export )?(?:declare )?(?:abstract )?(?:function|const|class|type|interface|enum) (\\w+)'
  const internal = declared(
    globSync('node_modules/sanity/lib/**/*.d.ts'),
    new RegExp(`/\\*\\*(?:(?!\\*/)[\\s\\S])*?@internal(?:(?!\\*/)[\\s\\S])*?\\*/\\s*${declaration}`, 'g'),
  )
  const isPublic = new Set(
    declared(globSync('node_modules/@sanity/types/lib/**/*.d.ts'), new RegExp(declaration, 'g')),
  )
  return new Set(internal.filter((name) => !isPublic.has(name)))
}

it('names everything of Sanity that is used and marked as internal', () => {
  const internal = internalNames()
  const used = [...text.values()].flatMap((words) =>
    Array.from(words.matchAll(/import (?:type )?\{([^}]*)\} from 'sanity(?:\/\w+)?'/g), ([, names = '']) =>
      names.split(',').map(
        (name) =>
          name
            .trim()
            .replace(/^type /, '')
            .split(' as ')[0] ?? '',
      ),
    ).flat(),
  )
  const found = [...new Set(used)].filter((name) => internal.has(name))
  expect(found).toEqual(expect.arrayContaining(['createWorkspaceFromConfig', 'useEditState']))
  expect(found.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

it('names files and tests that are there, and says nothing of what is used no more', () => {
  const named = rows
    .flatMap((cells) => codeIn(cells.slice(2).join(' ')))
    .filter((code) => /\/|\.tsx?$|\.js$/.test(code))
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter((file) => !existsSync(file))).toEqual([])
  const everything = [...text.values()].join('\n')
  const names = rows.flatMap(([, what = '']) => codeIn(what)).filter((code) => /^\w+$/.test(code))
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(everything))).toEqual([])
})

it('pins every version', () => {
  const {dependencies, devDependencies, overrides} = JSON.parse(readFileSync('package.json', 'utf8'))
  const versions = Object.entries({...dependencies, ...devDependencies, ...overrides})
  expect(versions.length).toBeGreaterThan(40)
  expect(
    versions.filter(([, version]) => !/^(npm:@sanity\/client@)?\d+\.\d+\.\d+$/.test(String(version))),
  ).toEqual([])
})
