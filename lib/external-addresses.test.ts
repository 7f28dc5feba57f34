import {externalAddressesIn} from './external-addresses.ts'

it('finds each address once, wherever it stands', () => {
  const document = {
    _id: 'https://id.example/',
    _type: 'page',
    website: 'https://school.example',
    sections: [
      {_key: 'a', markDefs: [{linkType: 'external', href: 'https://www.example.org/a#b'}]},
      {_key: 'b', source: {url: 'https://school.example', archivedUrl: 'http://old.example/x?y=z'}},
    ],
  }
  expect(externalAddressesIn(document)).toEqual([
    'https://school.example',
    'https://www.example.org/a#b',
    'http://old.example/x?y=z',
  ])
})

it.each([
  undefined,
  null,
  7,
  'mailto:office@school.example',
  'tel:+441632960101',
  'javascript:alert(1)',
  'See https://www.example.org for more',
  'https://',
  'https://www.example.org/with space',
  {_type: 'link', linkType: 'internal', href: 'https://left.example', page: {_ref: 'page-home'}},
  {_type: 'school', registerFacts: [{_type: 'registerFact', says: 'https://old.example'}]},
  {_type: 'benefitClaim', kind: 'words', statistic: {source: {url: 'https://left.example'}}},
])('finds none in %j', (value) => {
  expect(externalAddressesIn(value)).toEqual([])
})
