import {findRedirect} from './redirect-target.ts'

const permanent = (from: string, to: string) => ({from, to, permanent: true})

test('an address that has not moved stays', () => {
  expect(findRedirect('/here', [permanent('/old', '/new')])).toBeNull()
})

test('a chain is followed to its end in one step', () => {
  expect(findRedirect('/a', [permanent('/b', '/c'), permanent('/a', '/b')])).toEqual({
    to: '/c',
    permanent: true,
  })
})

test('a chain with a temporary step is temporary', () => {
  const redirects = [permanent('/a', '/b'), {from: '/b', to: '/c', permanent: false}]
  expect(findRedirect('/a', redirects)).toEqual({to: '/c', permanent: false})
})

test('a circle leads nowhere', () => {
  expect(findRedirect('/a', [permanent('/a', '/b'), permanent('/b', '/a')])).toBeNull()
})
