/**
 * What is wrong with the number of a company, or null. Companies House gives eight digits, or two letters and six digits;
 * the Companies (Trading Disclosures) Regulations ask for it on a company’s website.
 */
export function companyNumberProblem(number: string | undefined): string | null {
  if (!number) return null
  return /^(?:\d{8}|[A-Z]{2}\d{6})$/.test(number)
    ? null
    : 'A company number has eight characters, such as 01234567.'
}
