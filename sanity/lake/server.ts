import {createServer, type Server} from 'node:http'
import type {WebSocket} from 'ws'
import {log as siteLog} from '#lib/log/log.ts'
import {systemErrorCode} from '#lib/system-error-code.ts'
import {createIdentities} from './access/identities.ts'
import {loginRoutes} from './access/login-routes.ts'
import {createOriginPolicy} from './access/origins.ts'
import {ensureSecrets, type Secrets} from './access/secrets.ts'
import {openSessions} from './access/sessions.ts'
import {type LakeUser, localEditor} from './access/users.ts'
import {backupRoute, clearSnapshots} from './backup-route.ts'
import {type DatasetRegistry, openDatasets} from './datasets.ts'
import {plainError} from './errors.ts'
import {type Route, route} from './http/router.ts'
import {assetRoutes, uploadRoutes} from './http/routes/assets.ts'
import {documentRoutes} from './http/routes/documents.ts'
import {historyRoutes} from './http/routes/history.ts'
import {mutationRoutes} from './http/routes/mutations.ts'
import {queryRoutes} from './http/routes/query.ts'
import {type HttpOptions, serveHttp, type Target} from './http/server.ts'
import {attachSockets} from './http/sockets.ts'
import {listenRoutes} from './listen/listen-route.ts'
import {liveRoutes} from './listen/live-route.ts'
import {serveStreams} from './listen/stream-socket.ts'
import {keyValueRoutes, openKeyValues} from './management/key-values.ts'
import {projectRoutes} from './management/project-routes.ts'
import {startupRoutes} from './management/startup-routes.ts'
import {userRoutes} from './management/user-routes.ts'
import {createLakeMetrics, documentsIn, metricsRoute} from './metrics.ts'
import {PresenceRoom} from './presence/presence-room.ts'
import {StartProblem} from './start-problem.ts'
import {startWebhooks, type WebhookDefinition} from './webhooks/deliver.ts'

/** The one project of a local installation. */
export const localProjectId = 'local'

export type LakeOptions = {
  /** 0 takes a free one. */
  port: number
  /** A loopback address; nothing else is accepted. */
  host?: string
  dataFolder: string
  /** Where browsers reach the lake, e.g. `http://localhost:3000/lake`. Without it: its own address. */
  publicUrl?: string
  /** Origins whose pages may call the lake. */
  allowedOrigins?: readonly string[]
  /** Called for the changes of the dataset `production`, signed with the secret of the data folder. */
  webhooks?: readonly Omit<WebhookDefinition, 'secret'>[]
  /** People who can sign in besides the local editor. */
  users?: readonly LakeUser[]
  /** Takes one line for each fault of the lake itself. */
  log?: (line: string) => void
}

export type Lake = {
  port: number
  url: string
  secrets: Secrets
  /** Requests that no route knows, newest last, e.g. `GET /canvas`. */
  unknownRequests: readonly string[]
  /** Ends all streams, lets what was committed reach the disk, and closes the files. */
  close(): Promise<void>
}

/**
 * Starts the embedded Content Lake.
 * @throws StartProblem, or LakeStorageError for a dataset's file; the message names the remedy
 */
export async function startLake(options: LakeOptions): Promise<Lake> {
  const host = options.host ?? '127.0.0.1'
  requireLoopback(host)
  const secrets = ensureSecrets(options.dataFolder)
  const server = createServer()
  // Longer than any client keeps an idle connection: a request must never meet one that is just being closed.
  server.keepAliveTimeout = 65_000
  const port = await listen(server, options.port, host)
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  try {
    return await assemble(server, {...options, port, url, secrets})
  } catch (error) {
    server.close()
    throw error
  }
}

type Started = LakeOptions & {port: number; url: string; secrets: Secrets}

async function assemble(server: Server, options: Started): Promise<Lake> {
  const {port, url, secrets, dataFolder, publicUrl = url, users = []} = options
  const log = options.log ?? ((line) => siteLog.error('lake', line))
  const metrics = createLakeMetrics()
  const tellOfWebhooks = options.log ?? ((line) => siteLog.error('webhook', line))
  let owed = () => 0
  const sessions = openSessions(dataFolder)
  const identities = createIdentities({secrets, sessions, people: [localEditor, ...users]})
  const origins = createOriginPolicy([publicUrl, url, ...(options.allowedOrigins ?? [])])
  clearSnapshots(dataFolder)
  const datasets = openDatasets({
    dataFolder,
    publicUrl,
    projectId: localProjectId,
    follow: ({dataset, file}) => {
      metrics.follow(dataset)
      if (dataset.name !== 'production' || !options.webhooks) return async () => {}
      const hooks = options.webhooks.map((hook) => ({...hook, secret: secrets.webhookSecret}))
      const running = startWebhooks({
        dataset,
        file,
        projectId: localProjectId,
        hooks,
        onProblem: tellOfWebhooks,
      })
      owed = running.pending
      return () => running.stop()
    },
  })
  const unknownRequests: string[] = []
  const streamRoutes = [...listenRoutes(datasets), ...liveRoutes(datasets)]
  const http: HttpOptions = {
    versioned: [
      ...streamRoutes,
      ...queryRoutes(datasets),
      ...documentRoutes(datasets),
      ...mutationRoutes(datasets),
      ...historyRoutes(datasets),
      ...uploadRoutes(datasets),
      ...loginRoutes({publicUrl, editor: localEditor, identities, sessions, origins}),
      ...keyValueRoutes(openKeyValues(dataFolder)),
      ...userRoutes(identities, localProjectId),
      ...projectRoutes({projectId: localProjectId, identities, datasets}),
      ...startupRoutes(origins),
    ],
    unversioned: [
      ...assetRoutes(datasets),
      healthRoute(datasets),
      metricsRoute(metrics, datasets, () => owed()),
      backupRoute(datasets, dataFolder),
    ],
    identities,
    origins,
    metrics,
    onUnknown: (method, path) => {
      unknownRequests.push(`${method} ${path}`)
      if (unknownRequests.length > 200) unknownRequests.shift()
    },
    log,
  }
  serveHttp(server, http)
  const sockets = attachSockets(server, {origins, accept: socketRoutes(datasets, http, streamRoutes)})

  return {
    port,
    url,
    secrets,
    unknownRequests,
    async close() {
      sockets.close()
      await closeServer(server)
      await datasets.close()
    },
  }
}

/** Presence at `/v…/socket/:dataset`, the shared event streams at `/streams`. */
function socketRoutes(datasets: DatasetRegistry, http: HttpOptions, streamRoutes: Route[]) {
  const rooms = new Map<string, PresenceRoom>()
  return ({version, path}: Target): ((socket: WebSocket) => void) => {
    const name = version === null ? undefined : /^\/socket\/([^/]+)$/.exec(path)?.[1]
    if (name !== undefined) {
      datasets.require(name)
      const room = rooms.get(name) ?? new PresenceRoom(http.identities)
      rooms.set(name, room)
      return (socket) => room.join(socket)
    }
    if (version !== null || path !== '/streams') {
      http.onUnknown('WebSocket', path)
      throw plainError(404, 'Not Found', 'There is no WebSocket at this address')
    }
    return (socket) => serveStreams(socket, {...http, versioned: streamRoutes, unversioned: []})
  }
}

function healthRoute(datasets: DatasetRegistry): Route {
  return route('GET', '/health', () => {
    const json = {ok: true, datasets: datasets.names(), documents: documentsIn(datasets)}
    return {headers: {'cache-control': 'no-store'}, json}
  })
}

function requireLoopback(host: string): void {
  if (['127.0.0.1', '::1', 'localhost'].includes(host)) return
  throw new StartProblem(
    `The embedded Content Lake does not listen on "${host}". It has no passwords and trusts everybody who reaches it, ` +
      'so it stays on 127.0.0.1. To put the site on a network, use a hosted Sanity project: set SANITY_PROJECT_ID.',
  )
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listenProblem(error, port)))
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function listenProblem(error: Error, port: number): Error {
  const code = systemErrorCode(error)
  if (code === 'EADDRINUSE') {
    return new StartProblem(
      `Port ${port} is taken by another program. Stop that program, or start the site on another port: npm start -- --port 4000`,
    )
  }
  if (code === 'EACCES') {
    return new StartProblem(
      `Port ${port} needs rights that this account does not have. Start the site on a port above 1023: npm start -- --port 4000`,
    )
  }
  return error
}

/** Milliseconds that requests under way have to end. */
const closingTime = 300

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), closingTime).unref()
  })
}
