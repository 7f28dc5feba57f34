import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from '@playwright/test'
import {createServer} from 'vite'
import {privateServer} from '../../sanity/studio/vite-plugins.ts'

test('the development server hands out no token, and nothing to pages of another origin', async () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'studio-')))
  mkdirSync(join(root, 'kept-elsewhere'))
  mkdirSync(join(root, '.data/assets'), {recursive: true})
  const files = ['kept-elsewhere/secrets.json', 'kept-elsewhere/sessions.json', '.data/assets/picture.svg']
  for (const file of files) writeFileSync(join(root, file), '{"token": "a token of this test"}')
  writeFileSync(join(root, 'open.json'), '{"word": "anybody may read this"}')
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [privateServer()],
    server: {host: '127.0.0.1', port: 0},
    optimizeDeps: {noDiscovery: true},
  })
  try {
    await server.listen()
    const [origin = ''] = server.resolvedUrls?.local ?? []
    const ask = (path: string) =>
      fetch(new URL(path, origin), {headers: {origin: 'http://localhost:9999', 'sec-fetch-dest': 'script'}})
    const open = await ask('/open.json?raw')
    expect(await open.text()).toContain('anybody may read this')
    expect(open.headers.get('access-control-allow-origin')).toBeNull()
    for (const file of files)
      for (const query of ['', '?raw', '?import', '?import&raw', '?url'])
        for (const path of [`/${file}`, `/@fs${root}/${file}`]) {
          const answer = await ask(path + query)
          expect({path, query, status: answer.status}).toEqual({path, query, status: 403})
        }
  } finally {
    await server.close()
    rmSync(root, {recursive: true})
  }
})
