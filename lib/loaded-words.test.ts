import {loadedWordAdvice} from './loaded-words.ts'

describe('loadedWordAdvice', () => {
  it.each([
    ['An outstanding school by the sea', '“outstanding” reads as a current grade of Ofsted'],
    ['OUTSTANDING teachers', '“OUTSTANDING” reads as'],
    ['We opened in 2012. Our lessons are outstanding.', '“outstanding” reads as'],
    ['We are proud to be rated good by Ofsted.', '“rated good” reads as'],
    ['Ofsted: “Good”', '“Ofsted: “Good” reads as'],
    ['Ofsted found that the school requires improvement', '“requires improvement” reads as'],
    ['Our best teachers', '“best” compares'],
    ['The best schools in the county', '“best” compares with every other'],
    ['We turn failing schools round', '“failing” judges the people'],
    ['We guarantee a place', '“guarantee” promises'],
    ['Results are guaranteed', '“guaranteed” promises'],
  ])('says of %j why to think again', (text, advice) => {
    expect(loadedWordAdvice(text)).toEqual([expect.stringContaining(advice)])
  })

  it.each([
    undefined,
    '',
    'Judged outstanding by Ofsted in March 2019',
    'An Area of Outstanding Natural Beauty',
    'There are no outstanding payments.',
    'A good school is a kind one.',
    'Does one word from Ofsted say how good a school is?',
    'Ofsted judged the school good in 2018.',
    'We do our best, and share best practice.',
    'Visit the one that suits you best.',
    'In the best interests of the child, at best',
    'Best wishes from Thornmere',
    'Failing that, ring the office.',
    'A school that is struggling',
    'Beat the drum: the bestiary is open',
  ])('has nothing to say about %j', (text) => {
    expect(loadedWordAdvice(text)).toEqual([])
  })

  it('leaves grades alone where the day stands beside them, and nothing else', () => {
    expect(loadedWordAdvice('Failing schools were judged good or outstanding', true)).toEqual([
      expect.stringMatching(/^“Failing”/),
    ])
  })

  it('says each thing once, and everything that there is to say', () => {
    expect(loadedWordAdvice('The best. The best. We guarantee it.')).toEqual([
      expect.stringMatching(/^“best”/),
      expect.stringMatching(/^“guarantee”/),
    ])
  })
})
