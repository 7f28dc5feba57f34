import {jumpClock} from '../../scripts/faults/clock.ts'
import {sendHostile} from '../../scripts/faults/hostile.ts'
import type {Outcome} from '../../scripts/faults/outcome.ts'
import {prepareStage, type Stage} from '../../scripts/faults/site/stage.ts'
import {killSite} from '../../scripts/faults/site-kill.ts'
import {breakLake} from '../../scripts/faults/slow-lake.ts'
import {soak} from '../../scripts/faults/soak.ts'
import {loseWebhooks} from '../../scripts/faults/webhooks.ts'
import {releasedTree} from './support/machines.ts'
import {siteUnderTest} from './support/sites-under-test.ts'
import {expect, test} from './support/test.ts'

/** A little of each kind of `npm run faults`, against the site under test and a process of it beside. */
let stage: Stage

test.beforeAll(async () => {
  stage = await prepareStage({...siteUnderTest(), folder: releasedTree})
})

test.afterAll(() => stage.remove())

const kinds: {[name: string]: () => Promise<Outcome>} = {
  'the site, killed while it makes a page again': () => killSite(stage, {rounds: 1, seed: 1}),
  'a webhook once, twice, late, out of order and never': () => loseWebhooks(stage, {rounds: 5, seed: 1}),
  'a clock that is set back an hour': () => jumpClock(stage, {jumps: [-3_600_000], editsAfterEach: 1}),
  'a lake that answers garbage': () => breakLake(stage, {states: ['garbled'], forMs: 500}),
  'hostile requests': () => sendHostile(siteUnderTest(), {requests: 500, seed: 1}),
  'visitors and editors at once': () => soak(siteUnderTest(), {minutes: 0.05, seed: 1}),
}

for (const [name, run] of Object.entries(kinds)) {
  test(`no promise is broken by ${name}`, async () => {
    const {counts, broken} = await run()
    expect(broken, JSON.stringify(counts)).toEqual([])
  })
}
