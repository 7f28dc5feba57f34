/** `YYYY-MM-DD`, or null when the calendar has no such day. Nothing depends on a time zone. */
export function validDay(year: string, month: string, day: string): string | null {
  if (!/^\d{4}$/.test(year) || !/^\d\d$/.test(month) || !/^\d\d$/.test(day)) return null
  const written = `${year}-${month}-${day}`
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day))
  return new Date(time).toISOString().startsWith(written) ? written : null
}

/**
 * A day as the register writes it, `dd-mm-yyyy`, or as a spreadsheet leaves it in Britain, `dd/mm/yyyy`.
 * @returns `YYYY-MM-DD`, or null for anything else
 */
export function parseDay(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text.trim()) ?? []
  return validDay(year, month.padStart(2, '0'), day.padStart(2, '0'))
}
