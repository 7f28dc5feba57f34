import {setTimeout as wait} from 'node:timers/promises'
import {readSecrets} from '#sanity/lake/access/secrets.ts'
import {createLakeClient} from '#sanity/lake/client.ts'
import {pick, type Random, randomFrom} from '#sanity/lake/store/testing/random.ts'
import {megabytes, memoryOf} from './hostile/growth.ts'
import type {Outcome} from './outcome.ts'
import {addressesOf} from './site/addresses.ts'
import {type RunningSite, untilShown} from './site/stage.ts'

const visitors = 4
const pages = 5
const visitPauseMs = 20
const editPauseMs = 1_000
const lookEveryMs = 1_000

/** How long an edit may take to be seen, in milliseconds, before the page counts as stale. */
const staleAfterMs = 10_000

/** Megabytes that a process may hold more in the last third than in the second, in which it has all that it needs. */
const mostGrowth = 60

/** In a shorter run, what a process holds says nothing of what it would go on to. */
const fewestSamples = 60

type Soak = {
  url: string
  client: ReturnType<typeof createLakeClient>
  random: Random
  end: number
  broken: string[]
}

/** Visitors, searches and editors at once, for so many minutes. */
export async function soak(
  site: RunningSite,
  {minutes, seed}: {minutes: number; seed: number},
): Promise<Outcome> {
  const {writeToken} = readSecrets(site.dataFolder)
  const client = createLakeClient(`${site.url}/lake`, {token: writeToken, perspective: 'raw'})
  const end = Date.now() + minutes * 60_000
  const run: Soak = {url: site.url, client, random: randomFrom(seed), end, broken: []}
  const ids = Array.from({length: pages}, (_, number) => `faults-soak-${number}`)
  for (const id of ids)
    await client.createOrReplace({
      _id: id,
      _type: 'page',
      title: 'A page of a soak',
      slug: {_type: 'slug', current: id},
    })
  for (const id of ids) await untilShown(site, {address: `/${id}`}, 'A page of a soak', staleAfterMs)
  try {
    const addresses = [...(await addressesOf(site.url)), '/search?q=reading', '/nowhere']
    const [visits, edits, memory] = await Promise.all([
      Promise.all(Array.from({length: visitors}, () => visitUntilEnd(run, addresses))),
      editUntilEnd(run, ids),
      watchMemory(run),
    ])
    const grown = {
      site: growthOf(memory.map(({site: held}) => held)),
      lake: growthOf(memory.map(({lake}) => lake)),
    }
    for (const [name, bytes] of Object.entries(grown))
      if (bytes > mostGrowth) run.broken.push(`the memory of the ${name} grew by ${bytes} MB`)
    return {
      counts: [
        [minutes, 'minutes'],
        [visits.flat().length, `visits by ${visitors} visitors, in ms: ${percentiles(visits.flat())}`],
        [edits.length, `edits, seen after, in ms: ${percentiles(edits)}`],
        [
          `${grown.site} MB`,
          `more memory of the site in the last third (${megabytes(memory.at(-1)?.site ?? 0)} at the end)`,
        ],
        [
          `${grown.lake} MB`,
          `more memory of the lake in the last third (${megabytes(memory.at(-1)?.lake ?? 0)} at the end)`,
        ],
      ],
      broken: run.broken,
    }
  } finally {
    await client.delete({query: '*[_id in $ids]', params: {ids: ids.flatMap((id) => [id, `drafts.${id}`])}})
  }
}

/** @returns how long each visit took, in milliseconds */
async function visitUntilEnd({url, random, end, broken}: Soak, addresses: string[]): Promise<number[]> {
  const times: number[] = []
  while (Date.now() < end) {
    const address = addresses[random(addresses.length)] ?? '/'
    const began = performance.now()
    const answer = await fetch(`${url}${address}`).catch((error: unknown) => String(error))
    if (typeof answer === 'string') broken.push(`${address}: ${answer}`)
    else {
      await answer.arrayBuffer()
      times.push(performance.now() - began)
      if (answer.status !== (address === '/nowhere' ? 404 : 200))
        broken.push(`${address}: status ${answer.status}`)
    }
    await wait(visitPauseMs)
  }
  return times
}

/** Types a draft, and publishes it. @returns how long each edit took to be seen, in milliseconds */
async function editUntilEnd({url, client, random, end, broken}: Soak, ids: string[]): Promise<number[]> {
  const times: number[] = []
  for (let edit = 0; Date.now() < end; edit++) {
    const id = pick(random, [ids[0] ?? '', ...ids])
    const words = `Edit ${edit} of ${id}.`
    const slug = {_type: 'slug', current: id}
    for (let typed = 3; typed > 0; typed--)
      await client.createOrReplace({
        _id: `drafts.${id}`,
        _type: 'page',
        title: 'A page of a soak',
        slug,
        summary: words.slice(typed),
      })
    const draft = {_id: `drafts.${id}`, _type: 'page', title: 'A page of a soak', slug, summary: words}
    await client.createOrReplace(draft)
    await client.action({actionType: 'sanity.action.document.publish', draftId: draft._id, publishedId: id})
    const shownAfter = await untilShown({url}, {address: `/${id}`}, words, staleAfterMs)
    if (shownAfter === null) broken.push(`/${id} was stale ${staleAfterMs / 1000} s after an edit`)
    else times.push(shownAfter)
    await wait(editPauseMs)
  }
  return times
}

async function watchMemory({url, end}: Soak) {
  const found: Awaited<ReturnType<typeof memoryOf>>[] = []
  while (Date.now() < end) {
    found.push(await memoryOf(url))
    await wait(lookEveryMs)
  }
  return found
}

/** How much more a process holds at least in the last third than in the second, in megabytes. */
function growthOf(held: number[]): number {
  const third = Math.floor(held.length / 3)
  const [second, last] = [held.slice(third, 2 * third), held.slice(2 * third)]
  return held.length < fewestSamples ? 0 : megabytes(Math.min(...last) - Math.min(...second))
}

function percentiles(times: number[]): string {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return `half ${at(0.5)}, 95 % ${at(0.95)}, 99 % ${at(0.99)}, all ${at(1)}`
}
