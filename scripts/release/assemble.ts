import {chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync} from 'node:fs'
import path from 'node:path'
import {siteOutput} from '../launch/builds.ts'
import {LaunchProblem} from '../launch/problem.ts'

/** What Node.js loads before the site. */
const earlyRequests = 'keep-early-requests.mjs'

type Release = {
  /** The project, with the site built in it. */
  root: string
  /** Where the release goes; it must not exist. */
  folder: string
}

/**
 * Puts together what a server needs to run the built site, without the project and its packages: what Next.js leaves
 * behind with `output: 'standalone'`, the files that it leaves out, the project’s own Node.js, and what
 * systemd starts it by.
 * @throws LaunchProblem when the folder exists or the site has not been built
 */
export function assembleRelease({root, folder}: Release): void {
  const built = siteOutput(root)
  const standalone = path.join(built, 'standalone')
  if (existsSync(folder)) {
    throw new LaunchProblem(`${folder} is there already: give the name of a folder that is not.`)
  }
  if (!existsSync(standalone)) {
    throw new LaunchProblem('The site has not been built yet, so there is nothing to release.')
  }
  const draft = `${folder}.new`
  rmSync(draft, {recursive: true, force: true})
  mkdirSync(path.dirname(folder), {recursive: true})
  // By its time a page is known to be older than a change.
  const asItIs = {recursive: true, preserveTimestamps: true, verbatimSymlinks: true}
  cpSync(standalone, draft, asItIs)
  cpSync(path.join(built, 'static'), path.join(draft, '.next/static'), asItIs)
  mkdirSync(path.join(draft, 'bin'))
  copyFileSync(path.join(root, 'node_modules/node/bin/node'), path.join(draft, 'bin/node'))
  chmodSync(path.join(draft, 'bin/node'), 0o755)
  copyFileSync(path.join(root, 'sanity/lib/requests', earlyRequests), path.join(draft, 'bin', earlyRequests))
  cpSync(path.join(root, 'deploy'), path.join(draft, 'deploy'), asItIs)
  renameSync(draft, folder)
}
