/**
 * Runs npm's install, and takes its exit code; 127 when there is no npm. A program of its own, so that npm and
 * whatever npm starts are one group of processes, which leave-with-launcher.mjs ends when the launcher is gone.
 */
import {spawn} from 'node:child_process'

// Not `npm ci`: it refuses a lock file that leaves out packages for other systems, which npm itself does when
// they cannot be fetched. With --no-save the versions and checksums of the lock file hold all the same.
const args = ['install', '--no-save', '--no-fund', '--no-audit', '--no-progress', '--loglevel', 'error']
const npm = spawn('npm', args, {stdio: ['ignore', 'inherit', 'inherit']})
npm.on('error', (error) => {
  process.stderr.write(`npm could not be started (${error.message}).\n`)
  process.exit(127)
})
npm.on('exit', (code) => process.exit(code ?? 1))

// The group is told to go: npm goes first, and this one when it has.
process.on('SIGTERM', () => {})
