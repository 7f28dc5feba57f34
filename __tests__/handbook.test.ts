import {existsSync, globSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'

const read = (file: string) => readFileSync(file, 'utf8')
const filesIn = (...patterns: string[]) => patterns.flatMap((pattern) => globSync(pattern)).sort()

const handbook = filesIn('docs/handbook/*.md').map((file) => ({file, text: read(file)}))
const documentation = filesIn('README.md', 'docs/**/*.md').map((file) => ({file, text: read(file)}))

/** What the pages of the documentation point at inside the project: pictures (with their words) and other pages. */
const pointers = documentation.flatMap(({file, text}) =>
  Array.from(
    text.matchAll(/(!?)\[([^\]]*)\]\((?!https?:)([^)#]+)/g),
    ([, mark, words = '', target = '']) => ({
      file,
      isPicture: mark === '!',
      words,
      target: path.join(path.dirname(file), target),
    }),
  ),
)
/** Those of the handbook: charts of what was measured are drawn by npm run bench, and no screenshots. */
const pictures = filesIn('docs/**/*.{png,webp,jpg,svg,gif}').filter((file) => !file.startsWith('docs/bench/'))

/**
 * Every string between quotes and every text between tags in the code that staff see on the screen: titles of documents,
 * fields, choices and lists, and the words of the Studio's own tools. A label of a form is one of them as a whole.
 */
const ourWords = new Set(
  filesIn(
    'sanity.config.ts',
    'sanity/{schema,studio}/**/*.{ts,tsx}',
    'components/sections/*/{schema,kinds,list-styles}.ts',
    'lib/{headings,schools,slugs,register/summary,sign-off/state-words}.ts',
  )
    .filter((file) => !/\.test\.tsx?$|studio\/dist\//.test(file))
    .map(read)
    .flatMap((code) => [
      ...Array.from(
        code.matchAll(/'([^'\n]+)'|"([^"\n]+)"/g),
        ([, single, double]) => single ?? double ?? '',
      ),
      ...Array.from(code.matchAll(/>\s*([^<>{}]+?)\s*</g), ([, words = '']) => words),
    ]),
)

/** The words of Sanity itself, without those that the Studio's British English replaces. */
const britishEnglish = read('sanity/studio/british-english.ts')
const sanitysWords = new Set(
  filesIn('node_modules/sanity/lib/*.js').flatMap((file) =>
    Array.from(read(file).matchAll(/^\s*"([\w.-]+)": "([^"\n]+)",?$/gm), ([, key, words = '']) => ({
      key,
      words,
    }))
      .filter(({key}) => !britishEnglish.includes(`'${key}'`))
      .map(({words}) => words),
  ),
)

it('quotes only labels that stand on the screen', () => {
  const labels = handbook.flatMap(({file, text}) =>
    Array.from(text.matchAll(/\*\*([^*]+)\*\*/g), ([, label = '']) => ({file, label})),
  )
  expect(labels.length).toBeGreaterThan(100)
  expect(labels.filter(({label}) => !ourWords.has(label) && !sanitysWords.has(label))).toEqual([])
})

it.each(['Publsih', 'Quotations', 'Permission runs out on', 'Private Proof'])(
  '“%s” would be noticed as no label',
  (words) => {
    expect(ourWords.has(words) || sanitysWords.has(words)).toBe(false)
  },
)

it('points at what is there, and says in words what each picture shows', () => {
  expect(pointers.filter(({target}) => !existsSync(target))).toEqual([])
  const shown = pointers.filter(({isPicture}) => isPicture)
  expect(shown.length).toBeGreaterThan(6)
  expect(shown.filter(({words}) => words.split(' ').length < 4)).toEqual([])
})

it('leads from the README to the handbook, and from there to each of its pages', () => {
  const from = (file: string) => pointers.filter((pointer) => pointer.file === file).map(({target}) => target)
  const contents = 'docs/handbook/README.md'
  expect(from('README.md')).toContain(contents)
  const pages = handbook.map(({file}) => file).filter((file) => file !== contents)
  expect(pages.filter((file) => !from(contents).includes(file))).toEqual([])
})

it('shows every picture that it keeps, each small and drawn by npm run screenshots', () => {
  const recipes = filesIn('scripts/screenshots/*-pictures.ts').map(read).join()
  const drawn = Array.from(recipes.matchAll(/file: '([^']+)'/g), ([, file]) => `docs/${file}`)
  expect(drawn.sort()).toEqual(pictures)
  expect(pictures.filter((file) => !pointers.some(({target}) => target === file))).toEqual([])
  expect(pictures.filter((file) => statSync(file).size > 100_000)).toEqual([])
})
