import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {ClientConfig, SanityClient} from '@sanity/client'
import {
  createClient as createStreamingClient,
  type SanityClient as StreamingClient,
} from '@sanity/client-for-studio'
import type {Observable} from 'rxjs'
import {createLakeClient, lakeClientConfig} from '#sanity/lake/client.ts'
import {type Lake, type LakeOptions, startLake} from '#sanity/lake/server.ts'

/** The site whose pages may call the lake in tests. */
export const siteOrigin = 'http://localhost:4190'

export type TestLake = Lake & {
  dataFolder: string
  /** The real client, with the write token unless told otherwise. */
  client(config?: ClientConfig): SanityClient
  anonymous(config?: ClientConfig): SanityClient
  reader(config?: ClientConfig): SanityClient
  /** The client of the Studio's generation, for event streams: the other one loads them in a way that Jest does not know. */
  streaming(config?: StreamingConfig): StreamingClient
  /** Stops it and starts another on the same port and data. */
  restart(): Promise<void>
}

type StreamingConfig = {token?: string; apiVersion?: string}

/** A lake on a free port with an empty data folder, which goes when the test file has ended. */
export async function startTestLake(options: Partial<LakeOptions> = {}): Promise<TestLake> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'lake-'))
  const start = (port: number) => startLake({allowedOrigins: [siteOrigin], ...options, port, dataFolder})
  let lake = await start(options.port ?? 0)
  const client = (config?: ClientConfig) =>
    createLakeClient(lake.url, {ignoreBrowserTokenWarning: true, ...config})
  return {
    ...lake,
    dataFolder,
    client: (config) => client({token: lake.secrets.writeToken, ...config}),
    reader: (config) => client({token: lake.secrets.readToken, ...config}),
    anonymous: client,
    streaming: (config) =>
      createStreamingClient({...lakeClientConfig(lake.url), ignoreBrowserTokenWarning: true, ...config}),
    async restart() {
      await lake.close()
      lake = await start(lake.port)
    },
    async close() {
      await lake.close()
      rmSync(dataFolder, {recursive: true, force: true})
    },
  }
}

/** Keeps what an observable emits, and waits for more of it. */
export function collect<T>(source: Observable<T>) {
  const received: T[] = []
  const errors: unknown[] = []
  let look = () => {}
  const subscription = source.subscribe({
    next(value) {
      received.push(value)
      look()
    },
    error(error: unknown) {
      errors.push(error)
      look()
    },
  })
  /** Resolves when `received` is as wanted; a test that waits in vain ends by Jest's time limit. */
  const until = (isReached: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      look = () => {
        if (isReached()) resolve()
        else if (errors.length > 0) reject(errors[0])
      }
      look()
    })
  return {
    received,
    until,
    /** Resolves with the first `count` values. */
    async first(count: number): Promise<T[]> {
      await until(() => received.length >= count)
      return received.slice(0, count)
    },
    async error(): Promise<unknown> {
      await until(() => errors.length > 0)
      return errors[0]
    },
    stop: () => subscription.unsubscribe(),
  }
}
