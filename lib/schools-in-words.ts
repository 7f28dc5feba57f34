/** The sentence above the list of schools. */
export function schoolsInWords(count: number): string {
  if (count === 0) return 'No school is in the Trust yet.'
  if (count === 1) return 'There is one school in our Trust. Choose it to read about it and to get in touch.'
  return `There are ${count} schools in our Trust. Choose one to read about it and to get in touch.`
}

/** "3 schools found" */
export function foundInWords(count: number): string {
  if (count === 0) return 'No school found'
  return count === 1 ? '1 school found' : `${count} schools found`
}
