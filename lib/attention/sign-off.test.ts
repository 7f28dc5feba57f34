import type {Standing} from '../sign-off/matters.ts'
import {attentionList, clockAt} from './attention-items.ts'

const standing = (title: string, rest: Partial<Standing> = {}): Standing => ({
  title,
  state: 'waiting',
  isOverdue: false,
  withoutAgreement: null,
  ...rest,
})

const listOf = (...signOff: Standing[]) =>
  attentionList([], clockAt('2026-11-29T10:00:00Z', 'Europe/London'), signOff).items

it('what waits in time, or was never asked about and is no visitor’s loss, is left to the list of sign-offs', () => {
  expect(listOf(standing('Elm'), standing('Oak', {state: 'not-asked'}))).toEqual([])
})

it('each document is named once, under what is most urgent, and each matter is one item', () => {
  const items = listOf(
    standing('Ash', {isOverdue: true}),
    standing('Beech', {state: 'expired'}),
    standing('Elm', {state: 'changes-asked', withoutAgreement: 'hidden'}),
    standing('Oak', {state: 'changes-asked'}),
    standing('The page “Yew”', {state: 'out-of-date', withoutAgreement: 'shown'}),
  )
  expect(items.map(({reason, urgency, effect, since}) => [reason, urgency, effect, since.words])).toEqual([
    [
      'Visitors see it all the same: The page “Yew”. The list Sign-off says what to do.',
      'now',
      'wrong',
      'one document',
    ],
    ['Held back from visitors: Elm. The list Sign-off says what to do.', 'now', 'held-back', 'one document'],
    ['Answered with no: Oak. The list Sign-off says what to do.', 'due', 'none', 'one document'],
    [
      'Asked, and not answered by the day that was given: Ash; Beech. The list Sign-off says what to do.',
      'due',
      'none',
      '2 documents',
    ],
  ])
})

it('a long list is cut', () => {
  const many = ['A', 'B', 'C', 'D', 'E'].map((title) => standing(title, {withoutAgreement: 'hidden'}))
  expect(listOf(...many).map(({reason}) => reason)).toEqual([
    'Held back from visitors: A; B; C and 2 more. The list Sign-off says what to do.',
  ])
})
