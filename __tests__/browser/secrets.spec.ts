import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {testSecrets} from './support/lake.ts'
import {siteUnderTest} from './support/sites-under-test.ts'
import {expect, test} from './support/test.ts'

/** Everything that a browser can be sent: scripts, styles and pages of the site, and the whole Studio. */
const outputs = ['.next/static', '.next/server/app', 'sanity/studio/dist', 'public']

const {folder: root} = siteUnderTest()

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), {withFileTypes: true, recursive: true})
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

/** Server code lies between the pages, and may well name what it reads from the environment. */
const servedToBrowsers = (file: string) =>
  !path.relative(root, file).startsWith('.next/server') || /\.(html|rsc|meta|body|txt)$/.test(file)

test('no secret is in anything that a browser can be sent', () => {
  const files = outputs
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap(filesBelow)
    .filter(servedToBrowsers)
  expect(files.length).toBeGreaterThan(50)
  const secrets = Object.values(testSecrets())
  const leaks = files.filter((file) => {
    const content = readFileSync(file, 'latin1')
    return secrets.some((secret) => content.includes(secret))
  })
  expect(leaks).toEqual([])
})

test('no script for browsers names a secret of the server', () => {
  const scripts = [...filesBelow('.next/static'), ...filesBelow('sanity/studio/dist')]
  const naming = scripts.filter((file) =>
    /SANITY_(API_(READ|WRITE)_TOKEN|WEBHOOK_SECRET)/.test(readFileSync(file, 'latin1')),
  )
  expect(naming).toEqual([])
})
