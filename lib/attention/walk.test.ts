import {keyOf} from './item.ts'
import type {PlainDocument} from './plain-document.ts'
import {objectsIn, textsIn} from './walk.ts'

/** A page with a link in a text in an answer in a section, and one that no words carry any more. */
const page = {
  _id: 'page-a',
  _type: 'page',
  title: 'A page',
  sections: [
    {
      _key: 's1',
      _type: 'questionsSection',
      questions: [
        {
          _key: 'q1',
          _type: 'question',
          answer: [
            {
              _key: 'b1',
              _type: 'block',
              children: [{_key: 'c1', _type: 'span', text: 'https://words.example', marks: ['l1']}],
              markDefs: [
                {_key: 'l1', _type: 'link', linkType: 'external', href: 'https://used.example'},
                {_key: 'l2', _type: 'link', linkType: 'external', href: 'https://left-over.example'},
              ],
            },
          ],
        },
      ],
    },
    {_key: 's2', _type: 'inventedLater', deep: {er: [{_type: 'link', linkType: 'external', href: ''}]}},
  ],
}

const addressesIn = (document: PlainDocument) =>
  [...textsIn(document)].map(({text}) => text).filter((text) => text.startsWith('https://'))

test('a link is found with the path by which the Studio opens it, however deep', () => {
  const paths = objectsIn(page)
    .filter(({fields}) => fields._type === 'link')
    .map(({path}) => path)
  expect(paths).toEqual([
    ['sections', {_key: 's1'}, 'questions', {_key: 'q1'}, 'answer', {_key: 'b1'}, 'markDefs', {_key: 'l1'}],
    ['sections', {_key: 's2'}, 'deep', 'er', 0],
  ])
})

test('an object knows what it stands in', () => {
  const found = objectsIn(page).find(({fields}) => fields._key === 'l1')
  expect(found?.ancestors.map(({_type}) => _type)).toEqual(['page', 'questionsSection', 'question', 'block'])
})

test('texts are found with their paths; words of a text and leftovers are not', () => {
  expect(addressesIn(page)).toEqual(['https://used.example'])
})

test.each([
  [{_type: 'link', linkType: 'internal', href: 'https://a.example'}, []],
  [{_type: 'link', linkType: 'external', href: 'https://a.example'}, ['https://a.example']],
  [{_type: 'contactRoute', kind: 'email', url: 'https://a.example'}, []],
  [{_type: 'contactRoute', kind: 'website', url: 'https://a.example'}, ['https://a.example']],
  [{_type: 'other', addresses: ['https://a.example', 3, null]}, ['https://a.example']],
])('of %j the addresses in use are %j', (field, addresses) => {
  expect(addressesIn({_id: 'a', _type: 'school', field})).toEqual(addresses)
})

test.each([
  ['words', []],
  ['statistic', ['https://a.example']],
])('the source of a claim of kind %s', (kind, addresses) => {
  const claim = {_id: 'a', _type: 'benefitClaim', kind, statistic: {source: {url: 'https://a.example'}}}
  expect(addressesIn(claim)).toEqual(addresses)
})

test('what the register said of a school is a record that no form shows', () => {
  const school = {_id: 'a', _type: 'school', registerFacts: [{_key: 'f', says: 'https://a.example'}]}
  expect(addressesIn(school)).toEqual([])
})

test('what has no shape that anything knows is walked through all the same', () => {
  const damaged = {_id: 'a', _type: 'odd', a: null, b: [null, [['https://a.example']], 3], markDefs: 'none'}
  expect(objectsIn(damaged).map(({path}) => keyOf(path))).toEqual(['[]'])
  expect(addressesIn(damaged)).toEqual([])
})
