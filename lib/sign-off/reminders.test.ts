import {reminderDue} from './reminders.ts'
import {workingDaysAfter} from './working-days.ts'

// 2026-12-11 is a Friday.
const dates = {askedOn: '2026-12-01', dueOn: '2026-12-11'}

it.each<[string, string[], string | null]>([
  ['2026-12-08', [], null],
  ['2026-12-09', [], 'before'],
  ['2026-12-09', ['before'], null],
  ['2026-12-10', [], 'before'],
  ['2026-12-10', ['before'], null],
  ['2026-12-11', ['before'], 'on-the-day'],
  ['2026-12-11', [], 'on-the-day'],
  ['2026-12-11', ['before', 'on-the-day'], null],
  ['2026-12-12', ['before'], null],
  ['2026-12-15', ['before', 'on-the-day'], null],
  ['2026-12-16', ['before', 'on-the-day'], 'after'],
  ['2026-12-20', ['on-the-day'], 'after'],
  ['2026-12-20', ['after'], null],
])('on %s, after %j, %s is due', (today, sent, due) => {
  expect(reminderDue({...dates, today}, sent)).toBe(due)
})

it('on the day of asking nobody is reminded', () => {
  expect(reminderDue({askedOn: '2026-12-11', dueOn: '2026-12-11', today: '2026-12-11'}, [])).toBeNull()
})

it.each([
  ['2026-12-11', 1, '2026-12-14'],
  ['2026-12-11', 3, '2026-12-16'],
  ['2026-12-12', 1, '2026-12-14'],
  ['2026-12-14', 5, '2026-12-21'],
  ['2027-03-26', 1, '2027-03-29'],
])('%s and %d working days is %s', (day, count, later) => {
  expect(workingDaysAfter(day, count)).toBe(later)
})
