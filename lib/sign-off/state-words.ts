import type {EventKind} from './event.ts'
import type {SignOffState} from './state.ts'

/** What staff read of a state: a few words, and what follows from it. */
export const stateWords: {readonly [state in SignOffState]: {title: string; meaning: string}} = {
  'not-asked': {
    title: 'Not signed off',
    meaning: 'Nobody was asked yet whether the school agrees.',
  },
  waiting: {title: 'Waiting for an answer', meaning: 'The link was sent, and an answer is awaited.'},
  'changes-asked': {
    title: 'Changes asked',
    meaning: 'Somebody said no. Change the words, and choose Request sign-off again.',
  },
  agreed: {title: 'Signed off', meaning: 'The school has agreed to exactly these words.'},
  expired: {title: 'No answer in time', meaning: 'The links work no more. Give more time, or ask again.'},
  cancelled: {title: 'Request ended', meaning: 'Nobody is asked any more. Ask again when you are ready.'},
  withdrawn: {
    title: 'Agreement withdrawn',
    meaning: 'The school has taken its agreement back.',
  },
  'out-of-date': {
    title: 'Out of date',
    meaning: 'The words have changed since the school was asked, or agreed. Ask again.',
  },
  recorded: {
    title: 'Stood here before',
    meaning: 'These words were on the website before there was sign-off.',
  },
  overridden: {
    title: 'Allowed without sign-off',
    meaning: 'An administrator wrote down why these words are shown without the school’s agreement.',
  },
}

/** What happened, as the history of a document says it; behind it stands who did it. */
export const eventWords: {readonly [kind in EventKind]: string} = {
  recorded: 'Recorded as standing here before there was sign-off',
  requested: 'Sign-off requested',
  sent: 'Link sent',
  opened: 'Link opened (by mail programs too)',
  'code-sent': 'Code sent',
  'code-refused': 'Wrong code given',
  decided: 'Answered',
  agreed: 'Everybody needed has agreed',
  extended: 'More time given',
  revoked: 'Links stopped',
  cancelled: 'Request ended',
  reminded: 'Reminder sent',
  overridden: 'Allowed without sign-off',
  withdrawn: 'Agreement withdrawn',
  published: 'Published',
}

/** What a link was sent for besides the asking, by the `how` of its event. */
export const linkWords: {readonly [how: string]: string} = {
  again: 'once more',
  asked: 'because somebody asked for one in the place of an old link',
  receipt: 'with the receipt',
  reminder: 'with the reminder',
}
