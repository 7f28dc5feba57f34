const upToNineteen = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** "seven", "twenty-one", from 0 to 99; null for any other number. */
export function numberInWords(number: number): string | null {
  const small = upToNineteen[number]
  if (small !== undefined) return small
  const ten = tens[Math.floor(number / 10) - 2]
  if (ten === undefined) return null
  return number % 10 === 0 ? ten : `${ten}-${upToNineteen[number % 10] ?? ''}`
}

/** The words and the numbers of a sentence, in lower case: "twenty-one", "70", "1,000". */
function wordsOf(sentence: string): string[] {
  return sentence.toLowerCase().match(/\p{L}+(?:-\p{L}+)*|\p{N}+(?:[.,]\p{N}+)*/gu) ?? []
}

/** Whether a sentence names a whole number, in figures or in words. */
export function namesNumber(sentence: string, number: number): boolean {
  const names = [String(number), numberInWords(number)]
  return wordsOf(sentence).some((word) => names.includes(word))
}
