import {commonFirstNames, doubtfulFirstNames, wordsInLowerCase} from './first-names.ts'

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
  Ambassador Art Assembly Autumn Boy Breakfast Captain Carer Children Choir Christmas Committee Council Drama Easter Eid
  English Family Father French Friday Geography German Girl Governor Headteacher History January February March April May
  June July August September October November December Latin Leader Librarian Maths Mathematics Monday Mother Music
  Orchestra Parent Phonics Physics Prefect Primary Pupil Reading Reception Representative Saturday Science Secondary
  Spanish Spring Staff Student Summer Sunday Teacher Thursday Tuesday Wednesday Winter Writing Year
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

/** Capitals of which so many stand together are no abbreviation such as “PE” or “STEM”. */
const mostOfAbbreviation = 4

const inTitleCase = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
const isTitle = new RegExp(`^(?:${titles})$`, 'i')

/**
 * The text as if it were written with ordinary capitals, of the same length: “SAOIRSE wins” and “saoirse wins” name the
 * same child as “Saoirse wins”.
 */
function withOrdinaryCapitals(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => {
    const isInCapitals = word.length > 1 && word === word.toUpperCase()
    if (isInCapitals && word === 'AND') return 'and'
    if (isInCapitals)
      return word.length > mostOfAbbreviation || isFirstName(word) || isTitle.test(word)
        ? inTitleCase(word)
        : word
    return isCommon(word) && !wordsInLowerCase.has(word) ? inTitleCase(word) : word
  })
}

/**
 * The first word of a text that looks like a child’s name, or null. It is found by a list of first names that are common
 * in England, and by what stands beside it: a year group or an age (“Ottoline, Year 4”), a surname, another first name.
 * The names of saints, schools, streets, months, grown-ups with their title or role, and what begins in quotation marks
 * pass. Its limits: a rare first name that stands alone is not found, nor one that is a word as well (“Poppy smiles”), in lower case least of all;
 * a play called by a first name is taken for a child unless it stands in quotation marks. So it helps the eye of the
 * person who publishes, and does not stand for it.
 */
export function pupilNameIn(text: string | undefined): string | null {
  return firstNamed(text, namesChild)
}

/** The first word, as it is written, of which a test says that it names a child. */
function firstNamed(text: string | undefined, isNamed: typeof namesChild): string | null {
  const ordinary = withOrdinaryCapitals(text ?? '')
  const found = Array.from(ordinary.matchAll(/\p{Lu}\p{Ll}+/gu)).find(({0: word, index}) =>
    isNamed(word, ordinary.slice(0, index), ordinary.slice(index + word.length)),
  )
  return found ? (text ?? '').slice(found.index, found.index + found[0].length) : null
}

const surnamesAfter = /^(?:[ -]\p{Lu}[\p{L}’']+){1,2}/u
const classOrAgeAfter =
  /^(?:,| \(|,? (?:in|from|of)) ?(?:(?:year|class|form) ?\d+|y\d+|reception\b|nursery\b|(?:aged? )?(?:[3-9]|1[0-7])\b(?! ?\p{L})|pupil\b)/iu
const grownUpRole =
  /\b(?:teach|assistant|tutor|lead|head|co-?ordinator|parent|carer|mother|father|mum|dad|grand|governor|manager|practitioner|mentor|nurse|cook)/iu

/**
 * The first name of a text that a class, a year group or an age of a child stands beside, or null: “Amy Smith, Year 4”.
 * It is for texts that name grown-ups as a rule. A role of a grown-up after the class passes: “Ada Penrose, Year 4
 * teacher”; so does a name that nothing says is a child’s.
 */
export function pupilNameWithClass(text: string | undefined): string | null {
  return firstNamed(text, (word, before, after) => {
    if (titleBefore.test(before) || isTitle.test(word)) return false
    if (noChild.test(word) || grownUpRole.test(word)) return false
    if (placeBefore.test(before) && !isCommon(word)) return false
    const rest = after.replace(surnamesAfter, '')
    const beside = [after, rest].find((words) => classOrAgeAfter.test(words))
    return beside !== undefined && !grownUpRole.test(beside)
  })
}

/**
 * The first part of a file’s name that looks like a child’s name, or null: `amy-smith.jpg`, `JoshuaMia2.png` and
 * `poppy_year4.jpg` are found, `st-johns-hall.jpg` and `poppy-field.jpg` pass. A file’s name has no sentence around it
 * that would tell `amelia-sports-day.jpg` from `victoria-sports-day.jpg`, so a common first name is always found but
 * behind a title: to rename a file costs a minute.
 */
export function pupilNameInFile(fileName: string | undefined): string | null {
  const parts = (fileName ?? '')
    .replace(/\.\w+$/, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .split(/[^\p{L}\d]+/u)
    .filter((part) => part !== '')
  const capitalised = parts.map(inTitleCase)
  return (
    capitalised.find((part, at) => isNamedInFile(part, capitalised[at - 1], capitalised.slice(at + 1))) ??
    null
  )
}

function isNamedInFile(part: string, previous: string | undefined, following: string[]): boolean {
  if (previous !== undefined && titleBefore.test(`${previous} `)) return false
  if (isCommon(part)) return true
  if (thingAfter.test(` ${following.join(' ')}`)) return false
  const next = following[0] === 'And' ? following[1] : following[0]
  return isFirstName(part) && (isFirstName(next) || yearGroupAfter.test(`, ${following.join(' ')}`))
}
