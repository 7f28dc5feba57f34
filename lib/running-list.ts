/**
 * What follows an item of a list that reads as one sentence: a semicolon, "; and" before the last item, nothing
 * after the last.
 * @param position - counted from 0
 */
export function runningPunctuation(position: number, length: number): string {
  if (position >= length - 1) return ''
  return position === length - 2 ? '; and' : ';'
}
