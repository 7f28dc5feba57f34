import {
  claimProblem,
  comparisonProblem,
  contradictions,
  evidenceReviewAdvice,
  mostIcons,
  naturalFrequencyProblem,
  statisticProblems,
  unprovedNumberAdvice,
  unprovedNumberProblem,
} from './claims.ts'

const source = {publisher: 'Department for Education', title: 'Statement', url: 'https://www.gov.uk/'}
const statistic = {
  before: {count: 1, outOf: 10, qualifier: 'exactly'},
  after: {count: 7, outOf: 10, qualifier: 'almost'},
  population: 'sponsored academies in England',
  asAt: 'end of 2017',
  source,
}

describe('naturalFrequencyProblem', () => {
  it.each([
    {count: 1, outOf: 10},
    {count: 0, outOf: 10},
    {count: 10, outOf: 10},
    {count: 1, outOf: mostIcons},
    {count: 7, outOf: 10, qualifier: 'almost'},
  ])('accepts %j', (frequency) => {
    expect(naturalFrequencyProblem(frequency)).toBeNull()
  })

  it.each([
    [undefined, 'both numbers'],
    [{count: 1}, 'both numbers'],
    [{outOf: 10}, 'both numbers'],
    [{count: 1.5, outOf: 10}, 'whole'],
    [{count: 1, outOf: Number.NaN}, 'whole'],
    [{count: 11, outOf: 10}, 'larger'],
    [{count: -1, outOf: 10}, 'below zero'],
    [{count: 0, outOf: 0}, 'at least 1'],
    [{count: 1, outOf: mostIcons + 1}, 'counted'],
    [{count: 7, outOf: 10, qualifier: 'nearly'}, 'how exact'],
  ])('refuses %j', (frequency, reason) => {
    expect(naturalFrequencyProblem(frequency)).toContain(reason)
  })
})

describe('comparisonProblem', () => {
  it('compares only what is out of the same number', () => {
    expect(comparisonProblem({count: 1, outOf: 10}, {count: 7, outOf: 10})).toBeNull()
    expect(comparisonProblem({count: 1, outOf: 10}, {count: 70, outOf: 100})).toContain('same number')
    expect(comparisonProblem({count: 1, outOf: 10}, {count: 12, outOf: 10})).toContain('larger')
  })
})

describe('statisticProblems', () => {
  const pathsOf = (evidence: Parameters<typeof statisticProblems>[0]) =>
    statisticProblems(evidence).map(({path}) => path.join('.'))

  it('finds nothing wrong with complete evidence', () => {
    expect(statisticProblems(statistic)).toEqual([])
  })

  it('names each part that is missing or wrong, at its field', () => {
    expect(pathsOf(undefined)).toEqual([
      'before',
      'after',
      'population',
      'asAt',
      'source.publisher',
      'source.title',
      'source.url',
    ])
    expect(pathsOf({...statistic, population: '  '})).toEqual(['population'])
    expect(pathsOf({...statistic, source: {publisher: 'Department for Education'}})).toEqual([
      'source.title',
      'source.url',
    ])
    expect(pathsOf({...statistic, source: {...source, url: 'javascript:alert(1)'}})).toEqual(['source.url'])
    expect(pathsOf({...statistic, before: {count: 11, outOf: 10}})).toEqual(['before'])
    expect(pathsOf({...statistic, after: {count: 7, outOf: 20}})).toEqual(['after.outOf'])
  })
})

describe('claimProblem', () => {
  it('lets words stand without a source, unless they state a statistic', () => {
    expect(claimProblem({kind: 'words'})).toBeNull()
    expect(claimProblem({kind: 'words', statement: 'We are one team of two schools'})).toBeNull()
    expect(claimProblem({kind: 'words', statement: 'Over 90% improved'})).toContain('“90%”')
    expect(claimProblem({statement: 'Nine in ten improved'})).toContain('“Nine in ten”')
  })

  it('lets a statistic stand only with its evidence and a fair comparison', () => {
    expect(claimProblem({kind: 'statistic', statistic})).toBeNull()
    expect(claimProblem({kind: 'statistic'})).toContain('whom the numbers speak of')
    expect(claimProblem({kind: 'statistic', statistic: {...statistic, asAt: undefined}})).toContain(
      'date or period',
    )
    expect(
      claimProblem({kind: 'statistic', statistic: {...statistic, after: {count: 7, outOf: 20}}}),
    ).toContain('same number')
  })
})

describe('contradictions', () => {
  const seeded =
    'Failing schools can improve – only one in 10 schools that were required to join a trust were judged good or ' +
    'outstanding before they converted, compared with almost seven in 10 after they joined a trust'
  const found = (sentence: string | undefined, before: number, after: number, outOf = 10) =>
    contradictions(sentence, {before: {count: before, outOf}, after: {count: after, outOf}}).map(({path}) =>
      path.join('.'),
    )

  it.each<[string | undefined, number, number, number]>([
    [seeded, 1, 7, 10],
    ['From 1 in 10 to 7 in 10', 1, 7, 10],
    ['From ten per cent to 70%', 1, 7, 10],
    ['None before, all of them after', 0, 10, 10],
    ['Twenty-one of 100 before, and 40 after', 21, 40, 100],
    [undefined, 1, 7, 10],
    ['Not whole yet', 1.5, 12, 10],
  ])('finds none in “%s”, %d before and %d after, of %d', (sentence, before, after, outOf) => {
    expect(found(sentence, before, after, outOf)).toEqual([])
  })

  it.each<[string, number, number, string[]]>([
    [seeded, 1, 2, ['after.count']],
    [seeded, 2, 7, ['before.count']],
    // The ten of “one in 10” is what is counted out of.
    [seeded, 1, 10, ['after.count']],
    ['Seventy schools did better', 7, 8, ['before.count', 'after.count']],
    ['From 10% to 60%', 1, 7, ['after.count']],
  ])('in “%s”, asks about %d before and %d after: %j', (sentence, before, after, paths) => {
    expect(found(sentence, before, after)).toEqual(paths)
  })

  it('asks which is right', () => {
    const [found] = contradictions(seeded, {before: {count: 2, outOf: 10}})
    expect(found?.message).toBe(
      'The picture shows 2 out of 10, but the statement has neither “2” nor “two” in it. Which is right?',
    )
  })
})

describe('a number in a claim of words', () => {
  const about = (statement: string, kind = 'words') => [
    unprovedNumberProblem({kind, statement}),
    unprovedNumberAdvice({kind, statement}),
  ]

  it.each(['Nine in 10 schools improve, of 40', 'Over 90% of 200 improved'])(
    'is refused in “%s”',
    (words) => {
      expect(about(words)).toEqual([expect.stringContaining('makes this a statistic'), null])
    },
  )

  it.each(['We saved £200,000', 'Attendance rose by 12 points'])('is asked about in “%s”', (words) => {
    expect(about(words)).toEqual([null, expect.stringContaining('There is a number in it')])
  })

  it.each(['We are one team', 'Two schools share a hall', 'Pupils of Year 6 read to Year 2 since 2019'])(
    'is none in “%s”',
    (words) => {
      expect(about(words)).toEqual([null, null])
    },
  )

  it('is another matter in a statistic, which has its evidence', () => {
    expect(about('Nine in 10, of 40', 'statistic')).toEqual([null, null])
  })
})

describe('evidenceReviewAdvice', () => {
  it.each([
    [undefined, /^Say by which day/],
    [null, /^Say by which day/],
    ['', /^Say by which day/],
    ['2026-11-22', /due for another look/],
    ['2026-11-23', null],
    ['2026-11-24', null],
  ])('on 23 November 2026 says of %s: %s', (reviewBy, advice) => {
    const found = evidenceReviewAdvice(reviewBy, '2026-11-23')
    if (advice === null) expect(found).toBeNull()
    else expect(found).toMatch(advice)
  })
})
