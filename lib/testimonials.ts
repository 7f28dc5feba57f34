import {dayInWords, daysAfter, daysBetween} from './dates.ts'
import {pupilNameWithClass} from './pupil-names.ts'

/** The permission behind a testimonial as far as the rules read it; dates are `YYYY-MM-DD`. */
export type Permission = {
  permissionGivenOn?: string | null | undefined
  permissionExpiresOn?: string | null | undefined
  permissionWithdrawnOn?: string | null | undefined
}

/**
 * What keeps a testimonial from being shown, or null. Advertising rules (CAP Code 3.45 to 3.48) want
 * proof that it is genuine and permission behind it; a permission counts until the end of its last day.
 * @param proof - the private proof of the testimonial, or null when there is none
 * @param today - `YYYY-MM-DD`
 */
export function permissionProblem(proof: Permission | null | undefined, today: string): string | null {
  if (!proof) return 'The private proof is missing: who said it, and when they gave permission.'
  if (!proof.permissionGivenOn) return 'The private proof does not say when permission was given.'
  if (proof.permissionGivenOn > today)
    return 'The private proof says that permission will be given in the future.'
  if (proof.permissionWithdrawnOn && proof.permissionWithdrawnOn <= today) {
    return `Permission was withdrawn on ${dayInWords(proof.permissionWithdrawnOn)}.`
  }
  if (proof.permissionExpiresOn && proof.permissionExpiresOn < today) {
    return `Permission expired on ${dayInWords(proof.permissionExpiresOn)}.`
  }
  return null
}

/**
 * What is wrong with the name or role under a testimonial, or null: never a child’s name with the class, because a
 * stranger who has both, and the school beside them, can find the child (so the NSPCC’s guidance on children and the
 * media).
 */
export function attributionProblem(attribution: string | undefined): string | null {
  const name = pupilNameWithClass(attribution)
  if (name === null) return null
  return `“${name}” looks like the name of a child, whose class or age stands beside it: say “Pupil in Year 4” without the name. A grown-up passes with the role, such as “Year 4 teacher”.`
}

/** Days before the end of a permission from which staff are told: time to ask, over a school holiday too. */
export const permissionNoticeDays = 60

/**
 * The last day on which a permission holds, `YYYY-MM-DD`: the day that it names, or the one before it is withdrawn.
 * Null when it has no end.
 */
export function lastDayOfPermission({permissionExpiresOn, permissionWithdrawnOn}: Permission): string | null {
  const ends = [
    permissionExpiresOn,
    permissionWithdrawnOn ? daysAfter(permissionWithdrawnOn, -1) : undefined,
  ].filter((day) => typeof day === 'string' && day !== '')
  return ends.sort()[0] ?? null
}

/**
 * Days that are left of a permission that holds today and lapses soon; 0 on its last day. Null when it lapses later,
 * has no end, or does not hold.
 * @param today - `YYYY-MM-DD`
 */
export function permissionLapsesIn(proof: Permission | null | undefined, today: string): number | null {
  if (!proof || permissionProblem(proof, today) !== null) return null
  const lastDay = lastDayOfPermission(proof)
  const days = lastDay === null ? null : daysBetween(today, lastDay)
  return days === null || days > permissionNoticeDays ? null : days
}

/** First part of the id of every private proof. Its dot keeps anonymous readers of a public dataset out. */
export const proofIdPrefix = 'testimonialProof.'

/** The id of the private proof of a testimonial, given the testimonial's published id. */
export function proofIdOf(testimonialId: string): string {
  return `${proofIdPrefix}${testimonialId}`
}

/** The id of the testimonial that a private proof belongs to. An id that is none of a proof stays as it is. */
export function testimonialIdOf(proofId: string): string {
  return proofId.startsWith(proofIdPrefix) ? proofId.slice(proofIdPrefix.length) : proofId
}
