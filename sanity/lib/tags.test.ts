import {changeOf} from '../../__tests__/support/document-change.ts'
import {tagsOfAnswer, tagsOfChange} from './tags.ts'

const change = changeOf({id: 'page-a', type: 'page', slugBefore: 'a', slugAfter: 'a'})

test('an answer depends on what it shows, on what it points at and on the lists that it shows', () => {
  const answer = {
    _id: 'page-a',
    sections: [{testimonials: [{_ref: 'not-published', document: null}], list: {_list: 'school'}}],
    navigation: [{target: {_target: 'page-b'}}],
  }
  expect(tagsOfAnswer(answer)).toEqual([
    'document:page-a',
    'document:not-published',
    'list:school',
    'target:page-b',
  ])
})

test('nothing depends on a tag that is too long for Next.js', () => {
  expect(tagsOfAnswer({_id: 'x'.repeat(300)})).toEqual([])
})

test('new words leave the pages that link to the document alone', () => {
  expect(tagsOfChange(change)).toEqual(['document:page-a', 'list:page'])
})

test('a new address changes the pages that link to it, and both addresses', () => {
  expect(tagsOfChange({...change, slugAfter: 'b'})).toEqual([
    'document:page-a',
    'list:page',
    'slug:page:a',
    'slug:page:b',
    'target:page-a',
  ])
})

test('a school that is listed otherwise changes what the others say is near them, and new words do not', () => {
  const school = {...change, id: 'school-a', type: 'school'}
  expect(tagsOfChange({...school, isListedOtherwise: true})).toContain('list:schoolPlaces')
  expect(tagsOfChange(school)).not.toContain('list:schoolPlaces')
  expect(tagsOfChange({...change, isListedOtherwise: true})).not.toContain('list:schoolPlaces')
})

test('a testimonial that moves changes the lists of both schools', () => {
  const tags = tagsOfChange({
    ...change,
    type: 'testimonial',
    slugBefore: null,
    slugAfter: null,
    schools: ['one', 'two'],
  })
  expect(tags).toEqual(expect.arrayContaining(['list:testimonial:one', 'list:testimonial:two']))
})

test('another home page changes what depends on which page is home; other settings do not', () => {
  const settings = {...change, id: 'siteSettings', type: 'siteSettings', slugBefore: null, slugAfter: null}
  const named = {...settings, homeBefore: 'page-a', homeAfter: 'page-a'}
  expect(tagsOfChange(named)).not.toContain('list:home')
  expect(tagsOfChange({...named, homeAfter: 'page-b'})).toContain('list:home')
})
