import {loadedWordAdvice} from './loaded-words.ts'

describe('loadedWordAdvice', () => {
  it.each([
    ['An outstanding school by the sea', '“outstanding” reads as a current grade of Ofsted'],
    ['OUTSTANDING teachers', '“OUTSTANDING” reads as'],
    ['We opened in 2012. Our lessons are outstanding.', '“outstanding” reads as'],
    ['We are proud to be rated good by Ofsted.', '“rated good” reads as'],
    ['Ofsted: “Good”', '“Ofsted: “Good” reads as'],
    ['Ofsted found that the school requires improvement', '“requires improvement” reads as'],
    ['Ofsted rated us Good', '“rated us Good” reads as'],
    ['Our Ofsted grade is Good', '“Ofsted grade is Good” reads as'],
    ['Our schools are rated by Ofsted as good', '“rated by Ofsted as good” reads as'],
    ['A school that is Good by our last Ofsted', '“Good by our last Ofsted” reads as'],
    ['A “Good” Ofsted grade', '“Good” Ofsted” reads as'],
    ['Our outstanding schools were founded in 2012', '“outstanding” reads as'],
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
    'Our Ofsted grade was Good in 2019',
    'Judged by how good the bread is',
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

  it('takes no date beside it for the date of a word of praise', () => {
    expect(loadedWordAdvice('Our outstanding schools share what they know', true)).toEqual([
      expect.stringMatching(/^“outstanding”/),
    ])
  })

  it('says each thing once, and everything that there is to say', () => {
    expect(loadedWordAdvice('The best. The best. We guarantee it.')).toEqual([
      expect.stringMatching(/^“best”/),
      expect.stringMatching(/^“guarantee”/),
    ])
  })
})
