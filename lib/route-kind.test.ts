import {existsSync, globSync} from 'node:fs'
import {routeKind, routeKinds} from './route-kind.ts'

it.each([
  ['/', 'home'],
  ['/joining/due-diligence', 'page'],
  ['/schools', 'schools'],
  ['/schools/elm', 'school'],
  ['/schools/elm/talk/sent', 'talk'],
  ['/schools/find/EX1%201AA', 'find'],
  ['/search/for/words', 'search'],
  ['/evidence.csv', 'evidence'],
  ['/share/schools/elm.png', 'share'],
  ['/review/open/token', 'review'],
  ['/api/health/live', 'health'],
  ['/lake/v1/data/query/production', 'lake'],
  ['/_next/static/a.css', 'asset'],
  ['/wp-login.php', 'other'],
  ['', 'other'],
])('%s is of the kind %s', (path, kind) => {
  expect(routeKind(path)).toBe(kind)
})

it('knows every address of the programs of the site by a name of its own', () => {
  const routes = globSync('app/api/**/route.ts').map((file) => file.slice('app'.length, -'/route.ts'.length))
  expect(existsSync('app/api/health/route.ts')).toBe(true)
  expect(routes.filter((path) => ['other', 'page'].includes(routeKind(path)))).toEqual([])
  expect(new Set(routeKinds).size).toBe(routeKinds.length)
})
