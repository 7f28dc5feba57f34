import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {SanityClient} from '@sanity/client'
import {parseEnvironment, type Variables} from '#lib/env.ts'
import {readSecrets} from '#sanity/lake/access/secrets.ts'
import {createLakeClient} from '#sanity/lake/client.ts'
import {type Lake, startLake} from '#sanity/lake/server.ts'
import {importContent} from '../import-content.ts'
import {ContentProblem, reasonOf} from '../problem.ts'
import {openSource, readIds} from '../source.ts'
import {type ContentTarget, contentTarget, dataFolderOf, doesNotRun} from '../target.ts'

/** A dataset that is open for a check. */
export type OpenDataset = ContentTarget & {
  client: SanityClient
  /** Whether what is written into it stays. */
  stays: boolean
  close: () => Promise<void>
}

/**
 * The dataset that the configuration names: a hosted one, or that of this site, whether the site runs or not.
 * @throws ContentProblem, EnvironmentError, StartProblem or LakeStorageError in words for the person who checks
 */
export async function openConfigured(variables: Variables, access: 'read' | 'write'): Promise<OpenDataset> {
  try {
    return {...(await contentTarget(variables, access)), stays: true, close: async () => {}}
  } catch (error) {
    if (!doesNotRun(error)) throw error
    const dataFolder = dataFolderOf(parseEnvironment(variables, {readToken: false}))
    readSecrets(dataFolder)
    const lake = await startLake({port: 0, dataFolder})
    return {...ofLake(lake), description: `the content of this site in ${dataFolder}`, stays: true}
  }
}

/**
 * What an export holds, brought into a lake of its own that goes with this process.
 * @param location - a `.tar.gz`, an `.ndjson` file or a folder
 * @throws ContentProblem when it is none, or cannot be brought into any dataset
 */
export async function openExport(location: string, onProgress: (text: string) => void): Promise<OpenDataset> {
  await readIds(await openSource(location))
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'content-check-'))
  process.once('exit', () => rmSync(dataFolder, {recursive: true, force: true}))
  const dataset = ofLake(await startLake({port: 0, dataFolder}))
  try {
    await importContent({client: dataset.client, source: location, mode: 'replace', onProgress})
    return {...dataset, description: location, stays: false}
  } catch (error) {
    await dataset.close()
    throw new ContentProblem(
      `${location} cannot be checked, because no dataset would take what it holds: ${reasonOf(error)}`,
    )
  }
}

function ofLake(lake: Lake): Pick<OpenDataset, 'client' | 'close'> {
  return {
    client: createLakeClient(lake.url, {token: lake.secrets.writeToken, perspective: 'raw', maxRetries: 0}),
    close: () => lake.close(),
  }
}
