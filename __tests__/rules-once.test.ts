import {globSync, readFileSync} from 'node:fs'

const sourcesIn = (...patterns: string[]) =>
  patterns
    .flatMap((pattern) => globSync(pattern))
    .filter((file) => !/\.test\.tsx?$|sanity\/lake\//.test(file))
    .map((file) => ({file, text: readFileSync(file, 'utf8')}))

const rules = sourcesIn('lib/**/*.ts')
/** What staff fill in: the rules are asked here, and are not written here. */
const forms = sourcesIn('sanity/schema/{documents,objects}/*.ts', 'components/sections/*/schema.ts')
/** What stands between a rule and a form. */
const joints = sourcesIn('sanity/schema/*.ts')
/** What reads content for visitors. */
const site = sourcesIn('sanity/lib/**/*.ts', 'components/sections/*/projection.ts')

/** Sentences between quotes, with what is filled in taken out. What describes a field asks nothing of anybody. */
function sentencesIn(text: string): string[] {
  const withoutDescriptions = text.replace(/description:\s*(['`])(?:(?!\1).)*\1/gs, '')
  const literals = withoutDescriptions.matchAll(/(['`])(?<sentence>[\p{Lu}“](?:(?!\1)[^\n])+[.?])\1/gu)
  return Array.from(literals, ({groups}) => (groups?.sentence ?? '').replace(/\$\{[^}]*\}/g, '…'))
}

/** The names that a file takes from a file of `lib/`, by that file. */
const importsFromLib = (text: string) =>
  Array.from(
    text.matchAll(/import (?:type )?\{([^}]*)\} from '#lib\/([^']+)'/g),
    ([, names = '', file = '']) => ({
      file: `lib/${file}`,
      names: names.split(',').map((name) => name.replace('type ', '').trim()),
    }),
  )

const isRule = (name: string) => /(?:Problem|Problems|Advice|Overdue)$/.test(name)

/** The rules of `lib/`, which say what is wrong with a value. */
const exportedRules = rules.flatMap(({file, text}) =>
  Array.from(text.matchAll(/^export (?:function|const) (\w+)/gm), ([, name = '']) => ({file, name})).filter(
    ({name}) => isRule(name),
  ),
)

it('says each thing in one file only', () => {
  const files = new Map<string, string[]>()
  for (const {file, text} of [...rules, ...joints, ...forms, ...site]) {
    for (const sentence of new Set(sentencesIn(text)))
      files.set(sentence, [...(files.get(sentence) ?? []), file])
  }
  // That it finds them at all, in each of the places where one could be written.
  expect(files.get('A URN has six digits, such as 123456.')).toEqual(['lib/schools.ts'])
  expect(files.get('Count both out of the same number: before is out of …, after out of ….')).toEqual([
    'lib/claims.ts',
  ])
  expect(files.get('Give the page a title.')).toEqual(['sanity/schema/documents/page.ts'])
  expect([...files].filter(([, found]) => found.length > 1)).toEqual([])
})

it('judges no value in a form: patterns, lengths and parts of texts are looked at by rules', () => {
  const judging =
    /\.(?:test|match|exec|search|startsWith|endsWith)\(|RegExp|[=(,:&|] ?\/[^/*\s][^/\n]*\/[a-z]*[.,)\s]|\.length [<>]/
  expect(judging.test(rules.find(({file}) => file === 'lib/slugs.ts')?.text ?? '')).toBe(true)
  expect(judging.test('rule.custom((value) => /^x$/.test(value))')).toBe(true)
  expect(judging.test('rule.regex(/^[A-Z]+$/)')).toBe(true)
  expect(forms.length).toBeGreaterThan(20)
  expect(forms.filter(({text}) => judging.test(text)).map(({file}) => file)).toEqual([])
  const measuring =
    /rule(?:\.\w+\([^)]*\))*\.(?:regex|uri|email|length|uppercase|integer|positive|max|min\((?!1\)))/
  expect(measuring.test('rule.required().max(70)')).toBe(true)
  expect(measuring.test('rule.required().min(1)')).toBe(false)
  expect(forms.filter(({text}) => measuring.test(text)).map(({file}) => file)).toEqual([])
})

it('holds back from visitors by the rule that the Studio asked', () => {
  const asked = forms
    .concat(joints)
    .flatMap(({text, file}) =>
      /heldBack(?:Error)?\(/.test(text) && !file.endsWith('checked-by.ts') ? importsFromLib(text) : [],
    )
  // Advice keeps nothing from anybody.
  const keepsBack = (name: string) => isRule(name) && !name.endsWith('Advice')
  const files = new Set(asked.filter(({names}) => names.some(keepsBack)).map(({file}) => file))
  expect(files).toContain('lib/pictures.ts')
  const readBySite = new Set(site.flatMap(({text}) => importsFromLib(text).map(({file}) => file)))
  expect([...files].filter((file) => !readBySite.has(file))).toEqual([])
})

it('has no rule that nothing asks', () => {
  expect(exportedRules.length).toBeGreaterThan(25)
  const everything = sourcesIn('{lib,sanity,components,app,scripts}/**/*.{ts,tsx}')
  const unasked = exportedRules.filter(
    ({file, name}) =>
      !everything.some((other) => other.file !== file && new RegExp(`\\b${name}\\b`).test(other.text)),
  )
  // Parts of `statisticProblems`, each tested for itself.
  expect(unasked.map(({name}) => name).toSorted()).toEqual(['comparisonProblem', 'naturalFrequencyProblem'])
})

it('tests each rule beside its file', () => {
  const untested = exportedRules.filter(
    ({file, name}) =>
      !new RegExp(`\\b${name}\\b`).test(readFileSync(file.replace(/\.ts$/, '.test.ts'), 'utf8')),
  )
  expect(untested).toEqual([])
})
