import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {ensureSecrets} from '#sanity/lake/access/secrets.ts'
import {randomFrom} from '#sanity/lake/store/testing/random.ts'
import {freePorts} from '../testing/free-ports.ts'
import {checkFile, nothingRetold} from './lake/check-file.ts'
import {startLakeProcess} from './lake/lake-process.ts'
import {startReceiver} from './lake/receiver.ts'
import {checkTold, countRepeated, untilTold} from './lake/told.ts'
import {type Asked, nothingAsked, writeUntilGone} from './lake/writers.ts'
import type {Note, Outcome} from './outcome.ts'

const writers = 4

/** Milliseconds: a lake that has just started, and one that has been written to for a while. */
const longestLife = 500

/** In one round of so many it is killed while it starts, before it says that it is ready. */
const startsKilled = 8
const longestStart = 700

const longestSilenceMs = 5_000

/**
 * Kills a lake at random moments while several write to it, and looks at its file after each; at the end everything
 * that it owed its webhook must have come.
 */
export async function killLake({
  rounds,
  seed,
  note = () => {},
}: {
  rounds: number
  seed: number
  note?: Note
}): Promise<Outcome> {
  const random = randomFrom(seed)
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'faults-lake-'))
  const receiver = await startReceiver(randomFrom(seed + 1))
  const {writeToken: token} = ensureSecrets(dataFolder)
  const [asked, retold] = [nothingAsked(), nothingRetold()]
  const broken: string[] = []
  let whileStarting = 0
  try {
    const lakeOptions = {port: await freePorts(1), dataFolder, webhookUrl: receiver.url}
    for (let round = 0; round < rounds; round++) {
      note(`${round} of ${rounds}`)
      const killAfter = round > 0 && random(startsKilled) === 0 ? random(longestStart) : undefined
      const lake = await startLakeProcess({...lakeOptions, ...(killAfter === undefined ? {} : {killAfter})})
      if (lake === null) whileStarting += 1
      else {
        const {url} = lake
        const written = Array.from({length: writers}, () => writeUntilGone({url, token, random}, asked))
        await untilAnswered(asked)
        await wait(random(longestLife))
        await lake.end('SIGKILL')
        await Promise.all(written)
      }
      const found = checkFile(dataFolder, asked, retold)
      broken.push(...found.map((words) => `kill ${round + 1}: ${words}`))
    }
    const lake = await startLakeProcess(lakeOptions)
    if (lake === null) throw new Error('The lake did not start.')
    await untilTold(receiver, retold, note)
    if (asked.answered.size === 0) broken.push('nothing was answered, so nothing was tried')
    broken.push(...(await checkFiles(lake.url, asked.files)))
    await lake.end('SIGTERM')
    return {
      counts: [
        [rounds, `kill -9 of the lake, ${whileStarting} of them while it started`],
        [asked.documents.size, `transactions asked for by ${writers} writers`],
        [asked.answered.size, 'answered'],
        [asked.refused.size, 'refused: there was nothing to publish or to change'],
        [
          retold.transactions.size - asked.answered.size,
          'in the history without having been answered: files, and what a kill cut off',
        ],
        [asked.files.size, 'files taken'],
        [retold.owed.length, 'messages owed to the webhook'],
        [countRepeated(receiver.told), 'delivered more than once'],
      ],
      broken: [...broken, ...checkTold(receiver.told, retold)],
    }
  } finally {
    await receiver.close()
    rmSync(dataFolder, {recursive: true, force: true})
  }
}

/** It is writing that it is killed in. */
async function untilAnswered({answered}: Asked): Promise<void> {
  const before = answered.size
  const deadline = Date.now() + longestSilenceMs
  while (answered.size === before && Date.now() < deadline) await wait(1)
}

async function checkFiles(url: string, files: Map<string, string>): Promise<string[]> {
  const broken: string[] = []
  for (const [address, text] of files) {
    const answer = await fetch(`${url}${address}`)
    if ((await answer.text()) !== text) broken.push(`${address} was taken, and is not there as it was`)
  }
  return broken
}
