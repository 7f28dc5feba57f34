import {revalidationHook} from './revalidation-hook.ts'
import {startLake} from './server.ts'
import {readSettings} from './settings.ts'
import {StartProblem} from './start-problem.ts'
import {LakeStorageError} from './store/storage-error.ts'

/** `node sanity/lake/main.ts`: runs the lake until it is told to stop. */
async function main(): Promise<void> {
  const {webhookUrl, ...settings} = readSettings(process.env)
  const webhooks = webhookUrl === null ? [] : [await revalidationHook(webhookUrl)]
  const lake = await startLake({...settings, webhooks})

  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    lake.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  console.log(`lake ready on ${lake.url}`)
}

/**
 * One message with the remedy for what a person can mend, everything there is for what is our own fault. It is told to
 * whoever starts the lake, as is where it is ready: neither is for the log.
 */
function fail(error: unknown): void {
  const isForPeople = error instanceof StartProblem || error instanceof LakeStorageError
  console.error(isForPeople ? error.message : error)
  process.exit(1)
}

main().catch(fail)
