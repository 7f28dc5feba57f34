import {partsOf} from './parts.ts'

const block = (text: string) => ({
  _type: 'block',
  _key: 'b',
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: 's', text, marks: []}],
})

it('names every part of a page, a section as one, and leaves out what is empty', () => {
  const page = {
    title: 'Joining',
    summary: '',
    sections: [
      {
        _type: 'richTextSection',
        _key: 'a',
        heading: 'How',
        body: [block('By asking.'), block('By waiting.')],
      },
      {_type: 'richTextSection', _key: 'b', body: []},
      {_type: 'callToActionSection', _key: 'c', heading: 'Now', label: 'Talk to us'},
    ],
    seo: {title: 'Joining us'},
  }
  expect(partsOf('page', page)).toEqual([
    {title: 'Title', words: 'Joining'},
    {title: 'Text “How”', words: 'How\nBy asking.\n\nBy waiting.'},
    {title: 'Call to action “Now”', words: 'Now\nTalk to us'},
    {title: 'Search and sharing, title for search', words: 'Joining us'},
  ])
})

it('names the parts of a testimonial', () => {
  const said = {quotation: '“Yes.”', attribution: {text: 'Head'}, school: {_id: 'elm', name: 'Elm School'}}
  expect(partsOf('testimonial', said).map(({title}) => title)).toEqual([
    'Quotation',
    'Attribution, name or role',
    'School, name of the school',
  ])
})

it('says what a number, a choice and words that are not seen are', () => {
  const statistic = {
    before: {count: 1, outOf: 10, qualifier: 'exactly'},
    asAtDate: '2017-12-31',
    source: {url: 'https://example.org/'},
  }
  const school = {name: 'Elm School', ages: {from: 4, to: 11}, status: 'in-trust'}
  const page = {
    sections: [
      {
        _type: 'schoolsSection',
        _key: 'a',
        selection: 'chosen',
        schools: [{document: school}, {document: {name: 'Oak School', status: 'in-trust'}}],
      },
      {_type: 'benefitClaimsSection', _key: 'b', claims: [{document: {kind: 'statistic', statistic}}]},
      {_type: 'pictureSection', _key: 'c', picture: {alt: 'A hill', caption: 'Our hill.'}},
    ],
  }
  expect(partsOf('page', page).map(({words}) => words.split('\n'))).toEqual([
    [
      'Which schools: chosen',
      'Elm School',
      'Ages, from: 4',
      'Ages, to: 11',
      'School, status: in trust',
      '',
      'Oak School',
      'School, status: in trust',
    ],
    [
      'Kind of claim: statistic',
      'Statistic, before, how many: 1',
      'Statistic, before, out of: 10',
      'Statistic, before, how exact: exactly',
      'Statistic, day of the count: 31 December 2017',
      'Address of the source: https://example.org/',
    ],
    ['Picture, words for people who do not see it: A hill', 'Our hill.'],
  ])
})
