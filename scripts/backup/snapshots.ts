import {existsSync} from 'node:fs'
import {mkdir, mkdtemp, readdir} from 'node:fs/promises'
import path from 'node:path'
import {isDatasetName} from '#sanity/lake/datasets.ts'
import {copyDatabase, isInUse, openDatabaseFile} from '#sanity/lake/store/database-file.ts'
import {ContentProblem} from '../content/problem.ts'

/** Copies of all datasets, one file `<name>.sqlite` each, in a folder that goes when they have been packed. */
export type Snapshots = {folder: string; datasets: string[]}

type Installation = {dataFolder: string; lakeUrl: string; writeToken: string}

/** The files of the datasets of a data folder. */
export async function datasetFiles(dataFolder: string): Promise<string[]> {
  const folder = path.join(dataFolder, 'datasets')
  if (!existsSync(folder)) return []
  const names = await readdir(folder)
  return names
    .filter((name) => name.endsWith('.sqlite') && isDatasetName(name.slice(0, -'.sqlite'.length)))
    .map((name) => path.join(folder, name))
}

/** Whether a site runs on a data folder: its lake keeps its datasets to itself. */
export async function isRunningOn(dataFolder: string): Promise<boolean> {
  return (await datasetFiles(dataFolder)).some(isInUse)
}

/**
 * Copies the datasets of an installation: the lake that runs on them does it, and without one this process.
 * @throws ContentProblem when a lake runs on them that does not answer here
 */
export async function takeSnapshots(installation: Installation): Promise<Snapshots> {
  const {dataFolder} = installation
  return (await isRunningOn(dataFolder)) ? askLake(installation) : copyHere(dataFolder)
}

async function askLake({dataFolder, lakeUrl, writeToken}: Installation): Promise<Snapshots> {
  const answer = await fetch(`${lakeUrl}/backup`, {
    method: 'POST',
    headers: {authorization: `Bearer ${writeToken}`},
  }).catch(() => null)
  const found: unknown = answer?.ok ? await answer.json() : null
  if (typeof found === 'object' && found !== null && 'folder' in found && 'datasets' in found) {
    const {folder, datasets} = found
    // What it names lies in the folder that is backed up, whoever answers at that port.
    if (typeof folder === 'string' && /^snapshots\/[\da-f-]{36}$/.test(folder) && Array.isArray(datasets))
      return {folder: path.join(dataFolder, folder), datasets: datasets.map(String).filter(isDatasetName)}
  }
  throw new ContentProblem(
    `A site runs on ${dataFolder}, but its Content Lake does not answer at ${lakeUrl}: add --port with the port of that site.`,
  )
}

async function copyHere(dataFolder: string): Promise<Snapshots> {
  const files = await datasetFiles(dataFolder)
  const parent = path.join(dataFolder, 'snapshots')
  await mkdir(parent, {recursive: true, mode: 0o700})
  const folder = await mkdtemp(path.join(parent, 'copy-'))
  for (const file of files) {
    const database = openDatabaseFile(file)
    try {
      await copyDatabase(database, path.join(folder, path.basename(file)))
    } finally {
      database.close()
    }
  }
  return {folder, datasets: files.map((file) => path.basename(file, '.sqlite'))}
}
