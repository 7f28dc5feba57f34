import {type Matter, matterInWords, mattersOf, matterWords, type Standing} from '../sign-off/matters.ts'
import type {AttentionItem} from './item.ts'

/** The type of an item that is about several documents, and leads to the list of sign-offs instead of to a form. */
export const signOffList = 'signOffList'

const standings: {readonly [matter in Matter]: Pick<AttentionItem, 'urgency' | 'effect'>} = {
  hidden: {urgency: 'now', effect: 'held-back'},
  shown: {urgency: 'now', effect: 'wrong'},
  'changes-asked': {urgency: 'due', effect: 'none'},
  overdue: {urgency: 'due', effect: 'none'},
}

/**
 * What the list of sign-offs holds that should not wait: one item for each matter, which names its documents and points
 * to the list. What to do with each stands there.
 */
export function signOffToLookAt(all: readonly Standing[]): AttentionItem[] {
  return mattersOf(all).map(({matter, titles}) => ({
    kind: 'sign-off',
    document: {id: `${signOffList}.${matter}`, type: signOffList, title: matterWords[matter].title},
    path: [],
    reason: `${matterInWords({matter, titles})} The list Sign-off says what to do.`,
    since: {day: null, words: titles.length === 1 ? 'one document' : `${titles.length} documents`},
    ...standings[matter],
  }))
}
