import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {readOutbox} from '../../lib/mail/outbox.ts'
import type {Result} from './results.ts'
import type {TestSite} from './test-site.ts'

const outbox = 'outbox'

/** The secret part of the link to a review. */
const linkPattern = /\/review\/open\/([\w-]{43})/g

/**
 * Looks, after all tests, where the secrets of their letters have got to: the links of reviews must stand nowhere on the
 * disk but in the letters, and neither they nor anybody’s address in the log.
 */
export async function findSpilled(sites: readonly TestSite[]): Promise<Result> {
  const results = await Promise.all(sites.map(spilledBy))
  const failed = results.flatMap(({found}) => found)
  const count = results.reduce((sum, {links}) => sum + links, 0)
  if (count === 0) failed.push('No letter of the tests holds a link to a review, so nothing was looked for')
  return {passed: failed.length === 0 ? 1 : 0, failed}
}

async function spilledBy({dataFolder, folder, log}: TestSite): Promise<{links: number; found: string[]}> {
  const letters = await readOutbox(path.join(dataFolder, outbox))
  const links = letters.flatMap(({text}) => [...text.matchAll(linkPattern)].map(([, token = '']) => token))
  const addresses = letters.flatMap(({to}) => /[\w.+-]+@[\w.-]+/.exec(to) ?? [])
  const inLog = [...links, ...addresses].filter((secret) => log().includes(secret))
  const files = [
    ...filesBelow(dataFolder).filter((file) => !file.startsWith(path.join(dataFolder, outbox))),
    ...filesBelow(path.join(folder, '.next')),
  ]
  const onDisk = files.filter((file) => {
    const content = readFileSync(file, 'latin1')
    return links.some((token) => content.includes(token))
  })
  return {
    links: links.length,
    found: [
      ...inLog.map((secret) => `The log of the site holds ${secret}`),
      ...onDisk.map((file) => `The link to a review stands in ${file}`),
    ],
  }
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, {withFileTypes: true, recursive: true})
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}
