import {accessSync, constants, mkdirSync} from 'node:fs'
import path from 'node:path'
import {systemErrorCode} from '#lib/system-error-code.ts'
import {siteSources, studioSources} from './build-sources.ts'
import {fingerprintOf, forgetBuild, isBuilt, rememberBuild} from './fingerprint.ts'
import {LaunchProblem} from './problem.ts'
import {runToEnd} from './processes.ts'
import {showProgress} from './progress.ts'

type Build = {
  root: string
  environment: NodeJS.ProcessEnv
}

const studioOutput = (root: string) => path.join(root, 'sanity/studio/dist')

/** Lets a Studio that came with a copy of the tree count as built from its sources. */
export function rememberStudio(root: string): void {
  rememberBuild(studioOutput(root), fingerprintOf(root, studioSources))
}

/** Builds the Studio, unless its sources are what they were. It reads its settings at run time, so none count. */
export async function buildStudio({root, environment}: Build): Promise<void> {
  const output = studioOutput(root)
  const fingerprint = fingerprintOf(root, studioSources)
  if (isBuilt(output, fingerprint)) return
  clearOutput(output)
  await showProgress('Building the Studio (about a minute)', (note) =>
    runToEnd(path.join(root, 'node_modules/sanity/bin/sanity'), ['build', output, '--yes'], {
      cwd: root,
      environment,
      failure:
        'The Studio could not be built. Your content is as it was. Mend what is named below, then start again.',
      note,
    }),
  )
  rememberBuild(output, fingerprint)
}

/** Where the site is built, and where a running one keeps its pages. */
export const siteOutput = (root: string) => path.join(root, '.next')

/**
 * Builds the site, unless its sources and its content's origin are what they were.
 * @param settings what its static pages are made from besides: the dataset, and what they say of themselves
 */
export async function buildSite({root, environment}: Build, settings: string[]): Promise<void> {
  const output = siteOutput(root)
  const fingerprint = fingerprintOf(root, siteSources, settings)
  if (isBuilt(output, fingerprint)) return
  clearOutput(output)
  await showProgress('Building the site (about a minute)', (note) =>
    runToEnd(path.join(root, 'node_modules/next/dist/bin/next'), ['build'], {
      cwd: root,
      environment,
      failure:
        'The site could not be built. Your content is as it was. Mend what is named below, then start again.',
      note,
    }),
  )
  rememberBuild(output, fingerprint)
}

/**
 * From here on what the folder holds counts as missing, until a build has ended well.
 * @throws LaunchProblem when this user may not write there
 */
function clearOutput(folder: string): void {
  try {
    mkdirSync(folder, {recursive: true})
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    forgetBuild(folder)
  } catch (error) {
    throw new LaunchProblem(
      `This user may not write to ${folder} (${systemErrorCode(error)}), where a build has to go.\n` +
        'Give this user the right to write to the project’s folder and all that is in it, then start again.',
    )
  }
}
