/** Words that stay small inside a name. */
const small: readonly string[] = [
  ...['a', 'and', 'as', 'at', 'by', 'cum', 'de', 'en', 'for', 'in', 'juxta', 'la', 'le', 'next', 'nr'],
  ...['of', 'on', 'or', 'sub', 'super', 'the', 'to', 'under', 'upon', 'with', 'y', 'yr'],
]

/** Words that are not said as a word, and what the register writes for “Church of England”. */
const fixed: {readonly [word: string]: string} = {
  cofe: 'CofE',
  ofe: 'ofE',
  ...Object.fromEntries(
    [
      ...['AP', 'CE', 'EYFS', 'GP', 'HMP', 'II', 'III', 'IV', 'JMI', 'PRU', 'RAF', 'RC', 'SEMH', 'SEN'],
      ...['SEND', 'STEM', 'UK', 'UTC', 'VA', 'VC', 'VI', 'VII', 'VIII'],
    ].map((word) => [word.toLowerCase(), word]),
  ),
}

/**
 * A name as people write it. The register has many in capitals (`ST EDDA'S C OF E PRIMARY SCHOOL`); one with a small
 * letter in it was written with care and keeps its letters. Apostrophes become those of the site’s other words.
 */
export function displayName(name: string): string {
  const isInCapitals = name.length > 3 && name === name.toUpperCase() && /\p{Lu}/u.test(name)
  const written = isInCapitals ? inSmallLetters(name) : name
  return written.replace(/(?<=\p{L})'/gu, '’')
}

function inSmallLetters(name: string): string {
  const words = name.toLowerCase().split(/(?<=[\s\-–/(&])|(?=[\s\-–/)&])/)
  const first = words.findIndex((word) => /\p{L}/u.test(word))
  return words.map((word, at) => writeWord(word, at === first)).join('')
}

function writeWord(word: string, isFirst: boolean): string {
  const bare = word.replace(/[.,]$/, '')
  const known = fixed[bare]
  if (known !== undefined) return known + word.slice(bare.length)
  if (!isFirst && small.includes(bare)) return word
  return word
    .replace(/^(\P{L}*)(\p{L})/u, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(
      /^(Mc|O['’])(\p{L})(?=\p{L}{2})/u,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    )
}
