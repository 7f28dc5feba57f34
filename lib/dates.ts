const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * "23 January 2019" from `2019-01-23`; null when it is no such day. Nothing depends on a time zone. No line ends between
 * the number of the day and its month.
 */
export function dayInWords(day: string | null): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? '')
  const month = months[Number(parts?.[2]) - 1]
  return parts && month ? `${Number(parts[3])}\u00a0${month} ${parts[1]}` : null
}
