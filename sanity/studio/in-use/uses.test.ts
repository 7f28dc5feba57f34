import {usesOf} from './uses.ts'

const made = {_createdAt: '', _updatedAt: '', _rev: ''}
const reference = {_type: 'reference', _ref: 'school-larkrigg'}

test('the versions of a document are one use, in a draft only while none is published', () => {
  const documents = [
    {...made, _id: 'drafts.page-about', _type: 'page', sections: [{schools: [reference]}], summary: 'Words'},
    {...made, _id: 'testimonial-head', _type: 'testimonial', school: reference},
    {...made, _id: 'drafts.testimonial-head', _type: 'testimonial', school: reference},
    {...made, _id: 'versions.spring.page-news', _type: 'page', sections: [reference]},
  ]
  expect(usesOf(documents, 'school-larkrigg')).toEqual([
    {id: 'page-about', type: 'page', fields: ['sections'], onlyInDraft: true},
    {id: 'testimonial-head', type: 'testimonial', fields: ['school'], onlyInDraft: false},
    {id: 'page-news', type: 'page', fields: ['sections'], onlyInDraft: true},
  ])
})

test('what a document says about itself is no use of it', () => {
  const draft = {...made, _id: 'drafts.school-larkrigg', _type: 'school', ownWords: [{page: reference}]}
  expect(usesOf([draft], 'school-larkrigg')).toEqual([])
})

test('a redirect to an address of the document is a use of it, by the field that says where it leads', () => {
  const to = '/schools/larkrigg/talk'
  const documents = [
    {...made, _id: 'visit', _type: 'redirect', from: '/visit', to},
    {...made, _id: 'drafts.open-day', _type: 'redirect', from: '/open-day', to},
  ]
  const addresses = ['/schools/larkrigg', '/schools/larkrigg/talk']
  expect(usesOf(documents, 'school-larkrigg', addresses)).toEqual([
    {id: 'visit', type: 'redirect', fields: ['to'], onlyInDraft: false},
    {id: 'open-day', type: 'redirect', fields: ['to'], onlyInDraft: true},
  ])
})
