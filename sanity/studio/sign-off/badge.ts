import type {DocumentBadgeComponent} from 'sanity'
import type {SignOffState} from '#lib/sign-off/state.ts'
import {stateWords} from '#lib/sign-off/state-words.ts'
import {isSubjectType, type SubjectType} from '#lib/sign-off/subjects.ts'
import {isAskedAbout} from './asked-about.ts'
import {useSignOff} from './use-sign-off.ts'

const colors: {readonly [state in SignOffState]: 'primary' | 'success' | 'warning' | 'danger' | undefined} = {
  'not-asked': 'warning',
  waiting: 'primary',
  'changes-asked': 'danger',
  agreed: 'success',
  expired: 'warning',
  cancelled: 'warning',
  withdrawn: 'danger',
  'out-of-date': 'warning',
  recorded: undefined,
  overridden: 'warning',
}

/** Where the sign-off of a document stands. */
const badgeFor =
  (type: SubjectType): DocumentBadgeComponent =>
  ({id, draft, published}) => {
    const {load} = useSignOff({type, id}, isAskedAbout({type, draft, published}))
    if (load.state !== 'ready' || load.answer.isEmpty) return null
    const {title, meaning} = stateWords[load.answer.state]
    const color = colors[load.answer.state]
    return {label: title, title: meaning, ...(color === undefined ? {} : {color})}
  }

const badges = new Map<SubjectType, DocumentBadgeComponent>()

/** The badge of a type; null where documents are not signed off. */
export function signOffBadge(type: string): DocumentBadgeComponent | null {
  if (!isSubjectType(type)) return null
  const badge = badges.get(type) ?? badgeFor(type)
  badges.set(type, badge)
  return badge
}
