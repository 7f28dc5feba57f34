import {existsSync, mkdirSync, readdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {systemErrorCode} from '#lib/system-error-code.ts'
import {type AssetStore, createAssetStore, refreshAssetUrls} from './assets/asset-store.ts'
import {type LakeError, plainError} from './errors.ts'
import {createQueryEngine, type QueryEngine} from './query/engine.ts'
import {StartProblem} from './start-problem.ts'
import {CommitQueue} from './store/commit-queue.ts'
import {openDataset, type StoredDataset} from './store/dataset.ts'
import {followSchedule} from './store/release-schedule.ts'
import type {Dataset} from './types.ts'

/** A dataset with everything that works on it. */
export type OpenDataset = {
  dataset: StoredDataset
  /** For requests, which come together. */
  commits: CommitQueue
  engine: QueryEngine
  assets: AssetStore
}

export type DatasetRegistry = {
  names(): string[]
  find(name: string): OpenDataset | null
  /** @throws LakeError 404 as hosted Sanity answers for a dataset that is not there. */
  require(name: string): OpenDataset
  /** @throws LakeError 400 for a name that cannot be, 409 for one that is taken. */
  create(name: string): void
  /** @throws LakeError 403 for the dataset of the site, 404 for one that is not there. */
  delete(name: string): Promise<void>
  close(): Promise<void>
}

export type DatasetsOptions = {
  dataFolder: string
  publicUrl: string
  projectId: string
  /** Starts what follows the changes of a dataset, its webhooks; `file` may keep their state. Gives the function that stops it. */
  follow: (followed: {dataset: Dataset; file: string}) => () => Promise<void>
}

/** The one that the site reads. */
const siteDataset = 'production'

/** Opens all datasets of the data folder. There is always one called `production`. */
export function openDatasets(options: DatasetsOptions): DatasetRegistry {
  const {dataFolder} = options
  const folder = join(dataFolder, 'datasets')
  const opened = new Map<string, OpenDataset & {stop: () => Promise<void>}>()
  const fileOf = (name: string) => join(folder, `${name}.sqlite`)

  function open(name: string): void {
    const dataset = openDataset({name, file: fileOf(name)})
    const {publicUrl, projectId} = options
    const assets = createAssetStore({
      dataset,
      folder: join(dataFolder, 'assets', name),
      publicUrl,
      projectId,
    })
    // The site may have moved to another port since the addresses were written.
    refreshAssetUrls({dataset, publicUrl})
    const stopHooks = options.follow({dataset, file: join(dataFolder, 'webhooks', `${name}.sqlite`)})
    // After the hooks, which are to hear of what is published at once because its time has come.
    const stopSchedule = followSchedule(dataset)
    const stop = () => {
      stopSchedule()
      return stopHooks()
    }
    const engine = createQueryEngine(dataset, {projectId})
    opened.set(name, {dataset, commits: new CommitQueue(dataset), engine, assets, stop})
  }

  async function close(name: string): Promise<void> {
    const entry = opened.get(name)
    opened.delete(name)
    await entry?.stop()
    entry?.dataset.close()
  }

  makeFolder(folder)
  for (const name of new Set([siteDataset, ...storedNames(folder)])) open(name)

  return {
    names: () => [...opened.keys()].sort(),
    find: (name) => opened.get(name) ?? null,
    require(name) {
      const entry = opened.get(name)
      if (!entry) throw notFound(name, options.projectId)
      return entry
    },
    create(name) {
      if (!isDatasetName(name)) {
        throw plainError(
          400,
          'Bad Request',
          'The name of a dataset has up to 64 lower-case letters, digits, dashes and underscores, and starts with a letter or digit',
        )
      }
      if (opened.has(name) || existsSync(fileOf(name))) {
        throw plainError(409, 'Conflict', `Dataset "${name}" already exists`)
      }
      open(name)
    },
    async delete(name) {
      if (name === siteDataset) {
        throw plainError(
          403,
          'Forbidden',
          `The site reads the dataset "${name}", so it stays. To begin anew, run npm start -- --fresh.`,
        )
      }
      if (!opened.has(name)) throw notFound(name, options.projectId)
      await close(name)
      for (const suffix of ['', '-wal', '-shm']) rmSync(`${fileOf(name)}${suffix}`, {force: true})
      rmSync(join(dataFolder, 'assets', name), {recursive: true, force: true})
    },
    async close() {
      for (const name of [...opened.keys()]) await close(name)
    },
  }
}

/** As hosted Sanity names datasets. It is also the name of a file, so nothing else may get through. */
export function isDatasetName(name: string): boolean {
  return /^[a-z0-9][-_a-z0-9]{0,63}$/.test(name)
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, {recursive: true})
  } catch (error) {
    throw new StartProblem(
      `The folder ${folder} cannot be made (${systemErrorCode(error) ?? 'unknown reason'}). ` +
        'Give the account that starts the site the right to write there, or set DATA_FOLDER to another folder.',
    )
  }
}

function storedNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sqlite'))
    .map((file) => file.slice(0, -'.sqlite'.length))
    .filter(isDatasetName)
}

function notFound(name: string, projectId: string): LakeError {
  return plainError(404, 'Dataset not found', `Dataset "${name}" not found for project ID "${projectId}"`)
}
