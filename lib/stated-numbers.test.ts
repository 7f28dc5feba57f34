import {workingWithUs} from '../__tests__/support/working-with-us.ts'
import {statedFigure, statedShare} from './stated-numbers.ts'

describe('statedShare', () => {
  it.each([
    ['Nine in 10 schools improve, and 87% of pupils agree', 'Nine in 10'],
    ['Over 90% improved', '90%'],
    ['Over 90 % improved', '90 %'],
    ['About 87.5 per cent of pupils agree', '87.5 per cent'],
    ['Ninety percent of our teachers stay', 'Ninety percent'],
    ['A hundred per cent of leavers', 'hundred per cent'],
    ['Attendance rose by three percentage points', 'three percentage points'],
    ['only one in 10 schools', 'one in 10'],
    ['One-in-three pupils', 'One-in-three'],
    ['Nine out of ten teachers stay', 'Nine out of ten'],
    ['7 out of our 9 schools improved', '7 out of our 9'],
    ['Nine of our ten schools improved', 'Nine of our ten'],
    ['8 of the 9 schools', '8 of the 9'],
    ['Two thirds of our leaders began with us', 'Two thirds'],
    ['Three-quarters of pupils', 'Three-quarters'],
    ['Almost half of our pupils', 'half of our pupils'],
    ['Half our schools improved', 'Half our schools'],
    ['Over a third of teachers', 'a third of teachers'],
    ['A quarter of the schools', 'A quarter of the schools'],
    ['We began with 10 in 2017; nine in ten stayed', 'nine in ten'],
    ['Pupils are twice as likely to stay', 'twice as likely'],
    ['Three times more teachers stay', 'Three times more'],
    ['Teachers are 3 times as likely to stay', '3 times as likely'],
  ])('finds the share in %j', (sentence, share) => {
    expect(statedShare(sentence)).toBe(share)
  })

  it.each([
    undefined,
    '',
    'We are one team',
    'Two schools share a hall',
    'Six of us, in four schools',
    'Ten teachers in four schools plan together',
    'We have trained two in three years',
    'One in a million',
    'All in one place',
    'Two in one',
    'One of our nine schools has a farm',
    'We began with 10 in 2017',
    'One-to-one teaching',
    'Pupils meet three times a week',
    'The second half of the term',
    'Half of the day is spent outside',
    'Half the battle is to begin',
    'A third school joined',
    'Three quarters of an hour of reading',
    'Half-term clubs for the half that stays',
    'We work twice as hard',
    'Each per cent counts',
    'Year 6 pupils read to Year 2',
  ])('finds none in %j', (sentence) => {
    expect(statedShare(sentence)).toBeNull()
  })
})

it('finds the one statistic of the first page, and takes nothing else in it for one', () => {
  const found = workingWithUs.flatMap((words) => statedShare(words) ?? [])
  expect(found).toEqual(['one in 10'])
  const others = workingWithUs.filter((words) => statedShare(words) === null)
  expect(others.flatMap((words) => statedFigure(words) ?? [])).toEqual([])
})

describe('statedFigure', () => {
  it.each([
    ['We saved £200,000', '£200,000'],
    ['Attendance rose by 12 points', '12'],
    ['Exclusions fell from 40 to 6', '40'],
    ['Results of 1,900 pupils rose', '1,900'],
  ])('finds the figure in %j', (sentence, figure) => {
    expect(statedFigure(sentence)).toBe(figure)
  })

  it.each([
    undefined,
    '',
    'We are one team of two schools',
    'Founded in 2012, and growing since 1998',
    'In the school year 2025/26',
    'Year 6 pupils and Years 3 and 4',
    'From Key Stage 2 to KS4',
    'Children aged 4 to 11',
    'For 16 to 19 year olds, and 5-year-olds',
    'A review on 3 March 2026',
  ])('finds none in %j', (sentence) => {
    expect(statedFigure(sentence)).toBeNull()
  })
})
