import {fieldsThatReferTo, referencesIn} from './references.ts'

test('names each field at the top once, however deep and however often it refers', () => {
  const reference = {_type: 'reference', _ref: 'page-joining', _weak: true}
  const settings = {
    _id: 'siteSettings',
    _type: 'siteSettings',
    homePage: {_type: 'reference', _ref: 'page-home'},
    navigation: [
      {_key: 'a', page: reference},
      {_key: 'b', page: reference},
    ],
    footerText: [{markDefs: [{_type: 'link', page: reference}], children: []}],
    trustName: 'page-joining',
    logo: null,
  }
  expect(fieldsThatReferTo(settings, 'page-joining')).toEqual(['navigation', 'footerText'])
  expect(fieldsThatReferTo(settings, 'page-home')).toEqual(['homePage'])
  expect(fieldsThatReferTo(settings, 'page-nowhere')).toEqual([])
})

test('the documents that a value refers to are found however deep they stand, each once', () => {
  const page = {_type: 'reference', _ref: 'page-joining'}
  const sections = [
    {testimonials: [page, {_type: 'reference', _ref: 'testimonial-head', _weak: true}]},
    {body: [{markDefs: [{page}]}], target: null},
  ]
  expect(referencesIn(sections)).toEqual(['page-joining', 'testimonial-head'])
  expect(referencesIn(null)).toEqual([])
})
