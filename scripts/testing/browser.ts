import {existsSync} from 'node:fs'
import {chromium} from '@playwright/test'
import {chromiumPath} from '../../__tests__/browser/support/chromium.ts'
import {LaunchProblem} from '../launch/problem.ts'
import {runCommand} from './commands.ts'

/**
 * Makes sure that there is a browser for the tests and says which: an installed Chromium or Chrome, else the one
 * that Playwright brought, else (on Debian, as root) Debian's package, installed now.
 * @throws LaunchProblem when there is none and none can be installed
 */
export async function findBrowser(): Promise<string> {
  const installed = chromiumPath()
  if (installed) return installed
  if (existsSync(chromium.executablePath())) return `Playwright’s own, ${chromium.executablePath()}`
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('No Chromium or Chrome is installed: installing Debian’s package …\n')
    await runCommand('apt-get', ['update', '-qq'])
    await runCommand('apt-get', ['install', '-y', '-qq', 'chromium'])
    const made = chromiumPath()
    if (made) return made
  }
  throw new LaunchProblem(
    'The browser tests need Chromium or Chrome, and none was found.\n' +
      'Install one (on Debian: sudo apt-get install chromium; elsewhere: npx playwright install chromium), then run npm test again.',
  )
}
