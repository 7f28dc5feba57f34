import {commonFirstNames, doubtfulFirstNames} from './first-names.ts'

const anyOf = (words: string) => words.trim().split(/\s+/).join('|')

/** Before the name of a saint, a ruler or a grown-up. */
const titles = anyOf(
  'St Saint King Queen Prince Princess Sir Lady Lord Dame Mr Mrs Ms Miss Dr Rev Reverend Professor Captain',
)

/** After a name that is one of a place, a building, a group or an event. */
const things = anyOf(`
  Academy Avenue Bakery Bay Building Castle Cathedral Centre Church Class Classroom Club College Court Cup Day Drive
  Fair Farm Fayre Festival Field Fields Foundation Garden Gardens Green Grove Hall Hill House Lane Library Park Place
  Prize Road Room School Sixth Square Station Street Team Term Theatre Tower Trail Trophy Trust Village Ward Week Wing
  Wood Woods
`)

/** Words that stand with a capital letter before a year group, and are no child. */
const noChild = new RegExp(
  `^(?:${things}|${anyOf(`
  Art Assembly Autumn Boys Breakfast Children Christmas Drama Easter Eid English French Friday Geography German Girls
  History January February March April May June July August September October November December Latin Maths Mathematics
  Monday Music Parents Phonics Physics Pupils Reading Reception Saturday Science Spanish Spring Staff Students Summer
  Sunday Teachers Thursday Tuesday Wednesday Winter Writing Year
  `)})s?$`,
)

const titleBefore = new RegExp(`\\b(?:${titles})\\.? $`)
const quoteBefore = /[“‘"']$/
const placeBefore = /\b(?:of|at|in|from|near|the|our) $/i
const thingAfter = new RegExp(`^(?:[’']s?)?(?: \\p{Lu}\\p{L}+){0,2} (?:${things})\\b`, 'u')
const grownUpAfter =
  /^(?: \p{Lu}\p{L}+)?,? (?:(?:the|our|a|an|deputy|class|chair of) )*(?:headteacher|head|teacher|governors?|author|artist|poet|principal|cook|mayor|trustee)\b/iu
const yearGroupAfter =
  /^(?:,| \(|,? (?:in|from)) ?(?:(?:year|class|form) ?\d|y\d|reception\b|nursery\b|aged? \d|\d{1,2}\b(?! ?\p{L}))/iu
const surnameAfter = /^ (\p{Lu}\p{Ll}+)/u
const nextName = /^(?:,| and| &) (\p{Lu}\p{Ll}+)/u
const previousName = /(\p{Lu}\p{Ll}+)(?:,| and| &) $/u

const isCommon = (word: string) => commonFirstNames.has(word.toLowerCase())
const isFirstName = (word: string | undefined) =>
  word !== undefined && (isCommon(word) || doubtfulFirstNames.has(word.toLowerCase()))

/** Whether a name that may be a word as well stands as a name: before a surname, or beside another first name. */
function standsAsName(before: string, after: string): boolean {
  const surname = surnameAfter.exec(after)?.[1]
  if (surname !== undefined) return !noChild.test(surname)
  return isFirstName(nextName.exec(after)?.[1]) || isFirstName(previousName.exec(before)?.[1])
}

/** Whether a capitalised word names a child, as far as it and what stands before and after it say. */
function namesChild(word: string, before: string, after: string): boolean {
  if (titleBefore.test(before) || quoteBefore.test(before)) return false
  if (thingAfter.test(after) || grownUpAfter.test(after)) return false
  if (isCommon(word)) return true
  if (yearGroupAfter.test(after)) return !placeBefore.test(before) && !noChild.test(word)
  return isFirstName(word) && standsAsName(before, after)
}

/**
 * The first word of a text that looks like a child’s name, or null. It is found by a list of first names that are common
 * in England, and by what stands beside it: a year group or an age (“Ottoline, Year 4”), a surname, another first name.
 * The names of saints, schools, streets, months, grown-ups with their title or role, and what begins in quotation marks
 * pass. Its limits: a rare first name that stands alone is not found, nor one that is a word as well (“Poppy smiles”);
 * a play called by a first name is taken for a child unless it stands in quotation marks. So it helps the eye of the
 * person who publishes, and does not stand for it.
 */
export function pupilNameIn(text: string | undefined): string | null {
  const words = Array.from((text ?? '').matchAll(/\p{Lu}\p{Ll}+/gu))
  const found = words.find(({0: word, index, input}) =>
    namesChild(word, input.slice(0, index), input.slice(index + word.length)),
  )
  return found?.[0] ?? null
}

/**
 * The first part of a file’s name that looks like a child’s name, or null. As {@link pupilNameIn}, which reads the
 * parts as words of a sentence: `amy-smith.jpg`, `JoshuaMia2.png` and `poppy_year4.jpg` are found, `st-johns-hall.jpg`
 * and `victoria-park.jpg` pass.
 */
export function pupilNameInFile(fileName: string | undefined): string | null {
  const parts = (fileName ?? '')
    .replace(/\.\w+$/, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .split(/[^\p{L}\d]+/u)
    .filter((part) => part !== '')
  const capitalised = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1).toLowerCase())
  return (
    capitalised.find((part, at) => isNamedInFile(part, capitalised[at - 1], capitalised.slice(at + 1))) ??
    null
  )
}

function isNamedInFile(part: string, previous: string | undefined, following: string[]): boolean {
  if (previous !== undefined && titleBefore.test(`${previous} `)) return false
  if (thingAfter.test(` ${following.join(' ')}`)) return false
  if (isCommon(part)) return true
  const next = following[0] === 'And' ? following[1] : following[0]
  return isFirstName(part) && (isFirstName(next) || yearGroupAfter.test(`, ${following.join(' ')}`))
}
