/** Something that reads best up to a length, and what staff are told beyond it. */
type Length = {most: number; advice: string}

const lengths = {
  searchTitle: {most: 70, advice: 'Search engines cut titles off after about 60 to 70 characters.'},
  searchDescription: {
    most: 160,
    advice: 'Search engines cut descriptions off after about 160 characters.',
  },
  buttonLabel: {most: 40, advice: 'Shorter words are easier to press.'},
} as const satisfies {[name: string]: Length}

/**
 * What staff are told about a text that is longer than it reads well, or null: the rest of a title or a description is not
 * shown in lists of search results, and a long label breaks over lines on a telephone, where it is hard to press.
 */
export function lengthAdvice(kind: keyof typeof lengths, text: string | undefined): string | null {
  const {most, advice} = lengths[kind]
  return (text ?? '').length > most ? advice : null
}
