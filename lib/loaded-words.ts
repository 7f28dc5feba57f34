/** A word that says more than it seems to. */
type LoadedWord = {
  word: RegExp
  /** Phrases in which it says no more than it should. */
  harmless?: RegExp
  /** Why to think again, and what to write instead. */
  advice: string
  /** Whether a year answers the advice. */
  asksForDate?: boolean
}

const grade = {
  advice:
    'reads as a current grade of Ofsted, which ended single-word grades on 2 September 2024. Say when the grade was given, or describe what is good.',
  asksForDate: true,
}

const loadedWords: readonly LoadedWord[] = [
  {
    word: /\boutstanding\b/i,
    harmless:
      /\boutstanding (?:natural|debts?|balances?|payments?|fees?|invoices?|amounts?|issues?|actions?|work)\b/gi,
    ...grade,
  },
  {
    // “rated us Good”, “Our Ofsted grade is Good”, “Good by Ofsted”; “how good” asks, and names no grade.
    word: /\b(?:(?:rated|graded|judged)(?: (?!how\b|so\b)[\p{L}’']+){0,3}|ofsted(?: (?:rating|grade|judge?ment|report))?(?: (?:is|was|says?|said|remains|of|as|to|be|an?)){0,2}):? [“‘"']?good\b|(?<!how )\bgood[”’"']?,? (?:by|from|with|in|says) (?:\p{L}+ ){0,2}ofsted\b|\bgood[”’"']? ofsted\b/iu,
    ...grade,
  },
  {
    word: /(?<=\b(?:ofsted|inspectors?|inspected|rated|graded|judged)\b.*)\b(?:requires improvement|inadequate|serious weaknesses|special measures)\b/i,
    ...grade,
  },
  {
    word: /\bbest\b/i,
    harmless:
      /\bbest(?:-| (?:practices?|wishes|interests?|friends?|of luck|before|regards))|\b(?:at|as|our|your|my|his|her|its|their|you|us|them|him|it|knows?|works?|learns?|likes?) (?:very )?best\b(?! [a-z])|\b(?:do|try|give|doing|trying|giving) (?:our|your|their) (?:very )?best\b/gi,
    advice:
      'compares with every other school or trust, which has to be proved (CAP Code 3.7 and 3.33). Say what is done, and let readers compare.',
  },
  {
    word: /\bfailing\b/i,
    harmless: /\bfailing (?:that|to)\b/gi,
    advice: 'judges the people in a school as well as the school. Say what was found, by whom and when.',
  },
  {
    word: /\bguarantee(?:s|d|ing)?\b/i,
    advice:
      'promises what nobody in a school can be sure of (CAP Code 3.7 asks for proof). Say what you do, and how often it works.',
  },
]

const year = /\b(?:19|20)\d\d\b/

/** What tells a grade that was given from a word of praise: who gave it, or that it was given. */
const givenGrade = /\b(?:ofsted|inspect\w*|rated|ratings?|graded?|grades|judged|judge?ments?)\b/i

/**
 * What staff are told about words that promise or judge more than the writer may mean, one message for each word; none
 * when there are none. It is advice and keeps nothing from being published: whether a word is fair depends on what
 * stands around it. Sources: the CAP Code, rules 3.7 (proof is held before a claim is made) and 3.33 (comparisons); the
 * Department for Education’s notice that single-word judgements ended on 2 September 2024. A date answers for a grade
 * that was given on it, and not for praise: “our outstanding schools” reads as today’s grade whatever stands beside it.
 * @param isDated - whether the reader is told beside the text of which day it speaks; else a sentence with a year is
 */
export function loadedWordAdvice(text: string | undefined, isDated = false): string[] {
  const sentences = (text ?? '').split(/(?<=[.!?…])\s+|\n+/)
  return [...new Set(sentences.flatMap((sentence) => adviceOn(sentence, isDated || year.test(sentence))))]
}

function adviceOn(sentence: string, isDated: boolean): string[] {
  return loadedWords.flatMap(({word, harmless, advice, asksForDate}) => {
    if (asksForDate && isDated && givenGrade.test(sentence)) return []
    const found = word.exec(harmless ? sentence.replace(harmless, '') : sentence)?.[0]
    return found === undefined ? [] : [`“${found}” ${advice}`]
  })
}
