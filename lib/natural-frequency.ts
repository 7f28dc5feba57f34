/** A count out of a stated number, complete enough to show. */
export type NaturalFrequency = {
  count: number
  outOf: number
  qualifier: 'exactly' | 'almost' | 'about' | 'more than'
}

/** "almost " and "7 in 10". An exact count needs no qualifier. */
export function frequencyParts({
  count,
  outOf,
  qualifier,
}: NaturalFrequency): [qualifier: string, count: string] {
  return [qualifier === 'exactly' ? '' : `${qualifier} `, `${count} in ${outOf}`]
}

/** "almost 7 in 10" */
export function frequencyInWords(frequency: NaturalFrequency): string {
  return frequencyParts(frequency).join('')
}
