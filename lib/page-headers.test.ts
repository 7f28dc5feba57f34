import {originHeaders, pageHeaders} from './page-headers.ts'

test('only a site on HTTPS says that it is never asked for without it, and for a year', () => {
  expect(originHeaders({siteUrl: 'https://www.example.org'})).toEqual({
    'Strict-Transport-Security': 'max-age=31536000',
  })
  expect(originHeaders({siteUrl: 'http://localhost:3000'})).toEqual({})
})

test('links are fetched ahead from pages that are made ahead, and from no others', () => {
  const local = {
    kind: 'local',
    projectId: 'local',
    dataset: 'production',
    lakeUrl: 'http://127.0.0.1:1',
  } as const
  const names = (page: Parameters<typeof pageHeaders>[0]) => Object.keys(pageHeaders(page, {source: local}))
  expect(names({kind: 'static'})).toContain('Speculation-Rules')
  expect(names({kind: 'draft', nonce: 'abc'})).not.toContain('Speculation-Rules')
})
