import {movedAddressNotes, takenByRedirectNote} from './moved-address.ts'

const moved = {before: '/joining', after: '/join', isHome: false, staying: [], takenBy: null}

test('visitors are led on', () => {
  expect(movedAddressNotes(moved)).toEqual([
    'Once this is published, visitors who use /joining are led to /join: old links and bookmarks go on working.',
  ])
})

test('they are not where another page has taken the old address', () => {
  const [note] = movedAddressNotes({...moved, takenBy: 'Joining us'})
  expect(note).toBe(
    '“Joining us” is at /joining already, so visitors who use the old address see that, and are not led to /join.',
  )
})

test.each([
  [['/joining/a'], '/joining/a stays where it is: give it an address below /join too, if it belongs there.'],
  [
    ['/joining/a', '/joining/b'],
    '/joining/a and /joining/b stay where they are: give them an address below /join too, if they belong there.',
  ],
  [
    ['/joining/a', '/joining/b', '/joining/c', '/joining/d', '/joining/e'],
    '/joining/a, /joining/b, /joining/c and 2 more stay where they are: give them an address below /join too, if they belong there.',
  ],
])('pages below do not move with it: %j', (staying, note) => {
  expect(movedAddressNotes({...moved, staying})[1]).toBe(note)
})

test('the home page is found all the same', () => {
  expect(movedAddressNotes({...moved, isHome: true})[1]).toBe('Visitors go on finding the home page at /.')
})

test('a redirect gives way', () => {
  expect(takenByRedirectNote('/join', '/contact')).toBe(
    'A redirect leads from /join to /contact today. Once this is published, visitors see it at /join instead.',
  )
})
