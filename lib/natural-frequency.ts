/** A count out of a stated number, complete enough to show. */
export type NaturalFrequency = {
  count: number
  outOf: number
  qualifier: 'exactly' | 'almost' | 'about' | 'more than'
}

/** "almost 7 in 10". An exact count needs no qualifier. */
export function frequencyInWords({count, outOf, qualifier}: NaturalFrequency): string {
  const words = `${count} in ${outOf}`
  return qualifier === 'exactly' ? words : `${qualifier} ${words}`
}
