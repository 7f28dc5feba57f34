import {findRedirect} from './redirect-target.ts'

const nowhere = () => false
const permanent = (from: string, to: string) => ({from, to, permanent: true})

test('an address that has not moved stays', () => {
  expect(findRedirect('/here', [permanent('/old', '/new')], nowhere)).toBeNull()
})

test('a chain is followed to its end in one step', () => {
  expect(findRedirect('/a', [permanent('/b', '/c'), permanent('/a', '/b')], nowhere)).toEqual({
    to: '/c',
    permanent: true,
  })
})

test('a chain with a temporary step is temporary', () => {
  const redirects = [permanent('/a', '/b'), {from: '/b', to: '/c', permanent: false}]
  expect(findRedirect('/a', redirects, nowhere)).toEqual({to: '/c', permanent: false})
})

test('a circle leads nowhere', () => {
  expect(findRedirect('/a', [permanent('/a', '/b'), permanent('/b', '/a')], nowhere)).toBeNull()
})

test('a redirect from where a page is now is not followed, so that a circle through it ends there', () => {
  const redirects = [permanent('/a', '/b'), permanent('/b', '/a')]
  expect(findRedirect('/a', redirects, (path) => path === '/b')).toEqual({to: '/b', permanent: true})
  expect(findRedirect('/b', redirects, (path) => path === '/b')).toBeNull()
})
