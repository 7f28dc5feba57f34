import {breadcrumbData, jsonForPage, type SchoolFacts, schoolData, trustData} from './structured-data.ts'

const siteUrl = 'https://trust.example'
const trust = {
  name: 'A Trust',
  legalName: 'A Trust Limited',
  postalAddress: '2 Lantern Row\n Thornmere',
  telephone: '01632 960100',
  email: null,
  logo: 'https://trust.example/mark.png',
}
const school: SchoolFacts = {
  name: 'Larkrigg School',
  path: '/schools/larkrigg',
  urn: '900002',
  status: 'in-trust',
  website: 'https://larkrigg.example/',
  telephone: null,
  address: {street: '1 Hill Road', town: 'Thornmere', county: null, postcode: 'ZW1 1AA'},
}
const parsed = (data: Parameters<typeof jsonForPage>[0]) => JSON.parse(jsonForPage(data))

test('the Trust is an educational organisation, without what it does not say', () => {
  expect(parsed(trustData(trust, siteUrl))).toEqual({
    '@context': 'https://schema.org',
    '@type': 'EducationalOrganization',
    '@id': 'https://trust.example/#trust',
    name: 'A Trust',
    url: 'https://trust.example/',
    legalName: 'A Trust Limited',
    logo: 'https://trust.example/mark.png',
    address: '2 Lantern Row, Thornmere',
    telephone: '01632 960100',
  })
})

test('a school has its URN and belongs to the Trust', () => {
  expect(parsed(schoolData(school, 'A Trust', siteUrl))).toEqual({
    '@context': 'https://schema.org',
    '@type': 'School',
    '@id': 'https://trust.example/schools/larkrigg#school',
    name: 'Larkrigg School',
    url: 'https://trust.example/schools/larkrigg',
    identifier: {'@type': 'PropertyValue', propertyID: 'URN', value: '900002'},
    sameAs: 'https://larkrigg.example/',
    address: {
      '@type': 'PostalAddress',
      streetAddress: '1 Hill Road',
      addressLocality: 'Thornmere',
      postalCode: 'ZW1 1AA',
      addressCountry: 'GB',
    },
    parentOrganization: {
      '@type': 'EducationalOrganization',
      '@id': 'https://trust.example/#trust',
      name: 'A Trust',
      url: 'https://trust.example/',
    },
  })
})

test.each(['left', 'joining', null])('a school that is “%s” is not said to belong to the Trust', (status) => {
  expect(parsed(schoolData({...school, status}, 'A Trust', siteUrl))).not.toHaveProperty('parentOrganization')
})

test('what a school has not said is not there', () => {
  const bare = {
    ...school,
    urn: null,
    website: null,
    address: {street: null, town: null, county: null, postcode: null},
  }
  const data = parsed(schoolData(bare, 'A Trust', siteUrl))
  expect(Object.keys(data)).toEqual(['@context', '@type', '@id', 'name', 'url', 'parentOrganization'])
})

test('the way to a page is counted from one, by absolute addresses', () => {
  const trail = [
    {name: 'Home', address: '/'},
    {name: 'Joining', address: '/joining'},
  ]
  expect(parsed(breadcrumbData(trail, siteUrl)).itemListElement).toEqual([
    {'@type': 'ListItem', position: 1, name: 'Home', item: 'https://trust.example/'},
    {'@type': 'ListItem', position: 2, name: 'Joining', item: 'https://trust.example/joining'},
  ])
})

test('words cannot end the element that the data stand in', () => {
  const name = '</script><script>alert(1)</script><!--'
  const json = jsonForPage(trustData({...trust, name}, siteUrl))
  expect(json).not.toContain('<')
  expect(JSON.parse(json).name).toBe(name)
})
