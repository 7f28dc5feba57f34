import {answerWithinProblem, futureDayProblem, reviewProblem} from './statement-review.ts'

describe('the review of the accessibility statement', () => {
  it.each([
    ['2025-11-24', '2025-11-24'],
    ['2025-11-24', '2026-11-24'],
    ['2024-02-29', '2025-02-28'],
    ['2025-12-31', '2026-12-31'],
  ])('of %s is recent enough on %s', (reviewedOn, today) => {
    expect(reviewProblem({reviewedOn}, today)).toBeNull()
  })

  it.each([
    ['2025-11-24', '2026-11-25'],
    ['2024-02-29', '2025-03-01'],
    ['2025-12-31', '2027-01-01'],
    ['1999-06-01', '2026-11-24'],
  ])('of %s is due again on %s', (reviewedOn, today) => {
    expect(reviewProblem({reviewedOn}, today)).toMatch(/more than twelve months ago/)
  })

  it('is asked for when there was none', () => {
    expect(reviewProblem({}, '2026-11-24')).toMatch(/Give the day/)
  })
})

describe('a day of the statement', () => {
  it.each([undefined, '2026-11-23', '2026-11-24'])('may be %s on 24 November 2026', (day) => {
    expect(futureDayProblem(day, '2026-11-24')).toBeNull()
  })

  it('is not one that is still to come', () => {
    expect(futureDayProblem('2026-11-25', '2026-11-24')).toMatch(/still to come/)
  })
})

describe('the working days until an answer', () => {
  it.each([undefined, 1, 10, 60])('may be %s', (days) => {
    expect(answerWithinProblem(days)).toBeNull()
  })

  it.each([0, -1, 1.5, 61, Number.NaN])('are not %d', (days) => {
    expect(answerWithinProblem(days)).toContain('from 1 to 60')
  })
})
