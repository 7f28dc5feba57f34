/**
 * Who answers for a school, as it stands within a sentence of the Trust: staff write it as a label, and a school writes
 * “Our front desk” of itself.
 */
export function contactInSentence(name: string): string {
  return name.replace(/^(?:the|our) (?=\p{L})/iu, 'the ')
}
