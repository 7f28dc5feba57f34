import {parseChange} from './change.ts'

const sent = {
  id: 'page-a',
  type: 'page',
  operation: 'update',
  slugBefore: 'a',
  slugAfter: null,
  homeBefore: null,
  homeAfter: 'page-home',
  places: [null, {lat: 54.3, lng: -2.4}, {lat: '54', lng: null}],
  schools: [null, 'school-a', 'school-a'],
  paths: [null, null],
}

test('the message of the webhook is read', () => {
  expect(parseChange(JSON.stringify(sent))).toEqual({
    ...sent,
    revision: null,
    schools: ['school-a'],
    isListedOtherwise: true,
    places: [{lat: 54.3, lng: -2.4}],
    paths: [],
    subject: null,
    repeated: false,
  })
})

test('whether a school is listed otherwise is believed when the webhook says that it is not', () => {
  const said = parseChange(JSON.stringify({...sent, isListedOtherwise: false}))
  expect(said?.isListedOtherwise).toBe(false)
})

test('a webhook that was set up before it named places is read without', () => {
  expect(parseChange(JSON.stringify({...sent, places: undefined}))?.places).toEqual([])
})

test('a subject with half a character is none', () => {
  expect(parseChange(JSON.stringify({...sent, subject: '\ud800'}))?.subject).toBeNull()
})

test.each([
  ['no JSON', '{'],
  ['a list', '[]'],
  ['no id', JSON.stringify({...sent, id: undefined})],
  ['an unknown operation', JSON.stringify({...sent, operation: 'shred'})],
  ['a slug that is no text', JSON.stringify({...sent, slugBefore: 7})],
  ['a home that is no text', JSON.stringify({...sent, homeAfter: {}})],
  ['schools that are no list', JSON.stringify({...sent, schools: 'all'})],
  ['a path that is no text', JSON.stringify({...sent, paths: [{}]})],
  ['an id with half a character, which no address can hold', JSON.stringify({...sent, id: 'a\ud800'})],
])('%s is no such message', (_, body) => {
  expect(parseChange(body)).toBeNull()
})
