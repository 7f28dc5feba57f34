import {slugsAbove, trailTo} from './breadcrumbs.ts'

test.each([
  ['joining', []],
  ['joining/due-diligence', ['joining']],
  ['a/b/c', ['a', 'a/b']],
])('above %s are %j', (slug, expected) => {
  expect(slugsAbove(slug)).toEqual(expected)
})

const joining = {name: 'Joining', address: '/joining'}
const diligence = {name: 'Due diligence', address: '/joining/due-diligence'}

test('the way to a page starts at home and ends at the page', () => {
  const trail = trailTo(diligence, [joining])
  expect(trail).toEqual([{name: 'Home', address: '/'}, joining, diligence])
})

test('a nested page whose upper one is not published is still below home', () => {
  expect(trailTo(diligence, []).map(({name}) => name)).toEqual(['Home', 'Due diligence'])
})

test.each([joining, {name: 'Welcome', address: '/'}])('$address needs no way', (page) => {
  expect(trailTo(page, [])).toEqual([])
})
