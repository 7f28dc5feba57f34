import {existsSync} from 'node:fs'
import {mkdir, mkdtemp, readdir, rm} from 'node:fs/promises'
import path from 'node:path'
import {isDatasetName} from '#sanity/lake/datasets.ts'
import {copyDatabase, isInUse, openDatabaseFile} from '#sanity/lake/store/database-file.ts'
import {isFields} from '#sanity/lib/parse.ts'
import {ContentProblem} from '../content/problem.ts'

/** Copies of all datasets, one file `<name>.sqlite` each. */
export type Snapshots = {
  folder: string
  datasets: string[]
  /** Takes the copies away. To be called once, however packing them ended. */
  release: () => Promise<void>
}

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
 * @param signal - gives up waiting for the lake
 * @throws ContentProblem when a lake runs on them that does not answer here, or that cannot copy, in its own words
 * @throws LakeStorageError when this process cannot; nothing is left of the copies then either
 */
export async function takeSnapshots(installation: Installation, signal?: AbortSignal): Promise<Snapshots> {
  const {dataFolder} = installation
  return (await isRunningOn(dataFolder)) ? askLake(installation, signal) : copyHere(dataFolder)
}

/** The lake keeps its copies as long as the answer is open. */
async function askLake(installation: Installation, signal?: AbortSignal): Promise<Snapshots> {
  const {dataFolder, lakeUrl, writeToken} = installation
  const released = new AbortController()
  const answer = await fetch(`${lakeUrl}/backup`, {
    method: 'POST',
    headers: {authorization: `Bearer ${writeToken}`},
    signal: AbortSignal.any([released.signal, ...(signal ? [signal] : [])]),
  }).catch(() => null)
  if (!answer?.ok) throw new ContentProblem(await refusalInWords(answer, installation))
  const found = await readCopied(answer)
  // What it names lies in the folder that is backed up, whoever answers at that port.
  if (found !== null && /^snapshots\/[\da-f-]{36}$/.test(found.folder)) {
    const folder = path.join(dataFolder, found.folder)
    const release = async () => {
      await rm(folder, {recursive: true, force: true})
      released.abort()
    }
    return {folder, datasets: found.datasets.filter(isDatasetName), release}
  }
  released.abort()
  throw new ContentProblem(
    `What answers at ${lakeUrl} is no Content Lake of this version of the project. Stop the site and start it again, or add --port with the port of the site on ${dataFolder}.`,
  )
}

async function refusalInWords(answer: Response | null, {dataFolder, lakeUrl}: Installation): Promise<string> {
  if (answer === null || answer.status < 500)
    return `A site runs on ${dataFolder}, but its Content Lake does not answer at ${lakeUrl}: add --port with the port of that site.`
  const said: unknown = await answer.json().catch(() => null)
  return isFields(said) && typeof said.message === 'string'
    ? `The Content Lake at ${lakeUrl} could not copy its datasets: ${said.message}`
    : `The Content Lake at ${lakeUrl} could not copy its datasets (status ${answer.status}). The log of the site says more.`
}

/** The first event of the answer; what follows only says that the lake is still there. */
async function readCopied({body, headers}: Response): Promise<{folder: string; datasets: string[]} | null> {
  if (body === null || !headers.get('content-type')?.startsWith('text/event-stream')) return null
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const {done, value} = await reader.read()
    if (done) return null
    text += value
    const [, json] = /^event: copied\ndata: (.+)\n\n/m.exec(text) ?? []
    if (json === undefined) continue
    // An answer that nobody reads to its end may be broken off.
    void readToEnd(reader)
    const copied: unknown = JSON.parse(json)
    if (!isFields(copied) || typeof copied.folder !== 'string' || !Array.isArray(copied.datasets)) return null
    return {folder: copied.folder, datasets: copied.datasets.map(String)}
  }
}

async function readToEnd(reader: ReadableStreamDefaultReader<string>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // It was released.
  }
}

async function copyHere(dataFolder: string): Promise<Snapshots> {
  const files = await datasetFiles(dataFolder)
  if (files.length === 0)
    throw new ContentProblem(
      `There is no content in ${dataFolder}: check DATA_FOLDER, or start the site once with "npm start".`,
    )
  const parent = path.join(dataFolder, 'snapshots')
  await mkdir(parent, {recursive: true, mode: 0o700})
  const folder = await mkdtemp(path.join(parent, 'copy-'))
  const release = () => rm(folder, {recursive: true, force: true})
  try {
    for (const file of files) await copyFile(file, path.join(folder, path.basename(file)))
  } catch (error) {
    await release()
    throw error
  }
  return {folder, datasets: files.map((file) => path.basename(file, '.sqlite')), release}
}

async function copyFile(file: string, to: string): Promise<void> {
  const database = openDatabaseFile(file)
  try {
    await copyDatabase(database, to)
  } finally {
    database.close()
  }
}
