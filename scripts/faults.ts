/** `npm run faults -- <kind>`: whether the site and the lake keep their promises when things go wrong. */
import {parseArgs} from 'node:util'
import {runCommand, UsageError, wholeNumber} from './content/command.ts'
import {linesOf, type Note, type Outcome} from './faults/outcome.ts'
import type {RunningSite, Stage} from './faults/site/stage.ts'
import {showProgress} from './launch/progress.ts'

const usage = `Makes things go wrong, counts what happened, and says which promises were broken. Each kind starts a lake, and a built
site where it needs one, on free ports and with data that go afterwards; nothing in .data/ is touched. The exit code is
0 when every promise was kept.

  npm run faults -- lake-kill --rounds 200        kill -9 of the lake while several write to it
  npm run faults -- site-kill --rounds 30         kill -9 of the site while it makes pages again
  npm run faults -- disk-full                     the disks of lake and site run full (needs root)
  npm run faults -- clock                         the clocks of lake and site jump to and fro
  npm run faults -- slow-lake                     the lake is slow, gone, silent, or answers garbage
  npm run faults -- webhooks --rounds 60          twice, late, in another order, never
  npm run faults -- hostile --requests 10000      what no browser sends, to every door
  npm run faults -- soak --minutes 10             visitors and editors at once

  --seed 1    decides everything that is left to chance`

type Options = ReturnType<typeof parse>['values']

type Kind = (options: Options, seed: number) => Promise<Outcome>

/** Each loads what it needs alone. */
const kinds = new Map<string, Kind>([
  [
    'lake-kill',
    async ({rounds}, seed) => {
      const {killLake} = await import('./faults/lake-kill.ts')
      const number = wholeNumber('rounds', rounds ?? '200')
      return showProgress('killing', (note) => killLake({rounds: number, seed, note}))
    },
  ],
  [
    'site-kill',
    async ({rounds}, seed) => {
      const {killSite} = await import('./faults/site-kill.ts')
      const number = wholeNumber('rounds', rounds ?? '30')
      return withStage('killing', (stage, note) => killSite(stage, {rounds: number, seed, note}))
    },
  ],
  [
    'disk-full',
    async () => {
      const {fillDisk} = await import('./faults/disk-full.ts')
      return withSite('filling the disks', fillDisk)
    },
  ],
  [
    'clock',
    async (_options, seed) => {
      const {jumpClock} = await import('./faults/clock.ts')
      return withStage('moving the clock', (stage) => jumpClock(stage, {seed}))
    },
  ],
  [
    'slow-lake',
    async () => {
      const {breakLake} = await import('./faults/slow-lake.ts')
      return withStage('breaking the lake', (stage) => breakLake(stage))
    },
  ],
  [
    'webhooks',
    async ({rounds}, seed) => {
      const {loseWebhooks} = await import('./faults/webhooks.ts')
      const number = wholeNumber('rounds', rounds ?? '60')
      return withStage('telling wrongly', (stage, note) => loseWebhooks(stage, {rounds: number, seed, note}))
    },
  ],
  [
    'hostile',
    async (options, seed) => {
      const {sendHostile} = await import('./faults/hostile.ts')
      const requests = wholeNumber('requests', options.requests)
      return withSite('sending', (site, note) => sendHostile(site, {requests, seed, note}))
    },
  ],
  [
    'soak',
    async (options, seed) => {
      const {soak} = await import('./faults/soak.ts')
      const minutes = wholeNumber('minutes', options.minutes)
      return withSite(`visiting and editing, for ${minutes} min`, (site) => soak(site, {minutes, seed}))
    },
  ],
])

/** Runs with a site of its own, as `npm start` starts it. */
async function withSite(
  title: string,
  run: (site: RunningSite, note: Note) => Promise<Outcome>,
): Promise<Outcome> {
  const {startTestSite} = await import('./testing/test-site.ts')
  const site = await startTestSite()
  try {
    return await showProgress(title, (note) => run(site, note))
  } finally {
    await site.stop()
  }
}

/** As `withSite`, with a process beside it that hears only of what it is told. */
function withStage(title: string, run: (stage: Stage, note: Note) => Promise<Outcome>): Promise<Outcome> {
  return withSite(title, async (site, note) => {
    const {prepareStage} = await import('./faults/site/stage.ts')
    const stage = await prepareStage(site)
    try {
      return await run(stage, note)
    } finally {
      await stage.remove()
    }
  })
}

await runCommand(usage, async () => {
  const {positionals, values} = parse()
  const [name, ...more] = positionals
  const kind = name === undefined || more.length > 0 ? undefined : kinds.get(name)
  if (!kind) throw new UsageError(`Name one kind: ${[...kinds.keys()].join(', ')}.`)
  const seed = wholeNumber('seed', values.seed)
  console.log(`${name}, seed ${seed}, Node.js ${process.versions.node}`)
  const outcome = await kind(values, seed)
  console.log(linesOf(outcome).join('\n'))
  if (outcome.broken.length > 0) process.exitCode = 1
})

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        rounds: {type: 'string'},
        requests: {type: 'string', default: '10000'},
        minutes: {type: 'string', default: '10'},
        seed: {type: 'string', default: '1'},
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
