/** The address that dials a number: `tel:` and the number without spaces and brackets. */
export function telephoneAddress(telephone: string): string {
  return `tel:${telephone.replace(/[^\d+]/g, '')}`
}
