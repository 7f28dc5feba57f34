import type {AttentionKind, Effect, Urgency} from '#lib/attention/item.ts'

/** What the kinds of item are called, where staff choose among them. */
export const kindTitles: {readonly [kind in AttentionKind]: string} = {
  permission: 'Permissions',
  'sign-off': 'Sign-off',
  evidence: 'Missing evidence',
  'link-without-address': 'Links without address',
  picture: 'Pictures held back',
  'contact-route': 'How to ask a school',
  'other-held-back': 'Other things held back',
  'failing-link': 'Links that fail',
  'statement-review': 'Accessibility statement',
  'claim-review': 'Claims to review',
  'register-facts': 'Facts from the register',
  'old-draft': 'Old drafts',
}

/** The headings of the list, and what stands below each. */
export const urgencyWords: {readonly [urgency in Urgency]: {title: string; about: string}} = {
  now: {
    title: 'Visitors are affected now',
    about: 'Something is held back from them, or what they see is wrong.',
  },
  due: {
    title: 'Due, or soon to lapse',
    about: 'A day on which somebody has to look has passed or comes near, or something may be wrong.',
  },
  later: {title: 'When you have time', about: 'No visitor is affected.'},
}

/** What visitors meet, said beside an item. */
export const effectWords: {readonly [effect in Exclude<Effect, 'none'>]: string} = {
  'held-back': 'Held back from visitors',
  wrong: 'Visitors see it',
}

/** What the list holds, in a sentence. */
export function summary(count: number, affectingVisitors: number): string {
  const things = count === 1 ? 'One thing needs attention' : `${count} things need attention`
  if (affectingVisitors === 0) return `${things}. No visitor is affected.`
  if (affectingVisitors === count)
    return `${things}, and affect${count === 1 ? 's' : ''} visitors now. Mend it and it leaves the list.`
  return `${things}; ${affectingVisitors} of them affect${affectingVisitors === 1 ? 's' : ''} visitors now. What is mended leaves the list by itself.`
}
