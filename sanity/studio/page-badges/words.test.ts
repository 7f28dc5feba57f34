import {addressBadge, heldBackBadge} from './words.ts'

const page = {slug: 'joining/fees', isHome: false, isInMenu: false, linkedFrom: 0}

test('the address is that of the site, and the home page has none but “/”', () => {
  expect(addressBadge({...page, isInMenu: true})).toEqual({
    label: '/joining/fees',
    title: 'Visitors find this page at /joining/fees.',
  })
  expect(addressBadge({...page, slug: 'home', isHome: true})?.label).toBe('/')
  expect(addressBadge({...page, slug: null})).toBeNull()
})

test('a page to which no menu leads says so, and how to add it', () => {
  expect(addressBadge(page)).toMatchObject({
    label: '/joining/fees, but nothing leads there',
    title: expect.stringContaining('To add it to a menu'),
    color: 'warning',
  })
  expect(addressBadge({...page, linkedFrom: 1})).toMatchObject({
    label: '/joining/fees, in no menu',
    title: expect.stringContaining('one other page does.'),
  })
  expect(addressBadge({...page, linkedFrom: 2})?.title).toContain('2 other pages do.')
})

test('what is held back is counted', () => {
  expect([0, 1, 2].map((count) => heldBackBadge(count)?.label)).toEqual([
    undefined,
    '1 thing held back',
    '2 things held back',
  ])
})
