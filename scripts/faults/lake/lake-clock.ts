import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {ensureSecrets} from '#sanity/lake/access/secrets.ts'
import {randomFrom} from '#sanity/lake/store/testing/random.ts'
import {freePorts} from '../../testing/free-ports.ts'
import type {Outcome} from '../outcome.ts'
import {movedClockVariables} from '../site/clock-variables.ts'
import {checkFile, nothingRetold} from './check-file.ts'
import {startLakeProcess} from './lake-process.ts'
import {startReceiver} from './receiver.ts'
import {checkTold, untilTold} from './told.ts'
import {nothingAsked, writeUntilGone} from './writers.ts'

const writers = 2
const writtenMs = 500

/** Sets the clock of a lake to and fro while it is written to: its history must be whole, and its webhook told. */
export async function jumpClockOfLake(jumpsMs: readonly number[], seed: number): Promise<Outcome> {
  const random = randomFrom(seed)
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'faults-lake-clock-'))
  const clockFile = path.join(dataFolder, 'moved-by')
  writeFileSync(clockFile, '0')
  const receiver = await startReceiver(randomFrom(seed + 1))
  const {writeToken: token} = ensureSecrets(dataFolder)
  const [asked, retold] = [nothingAsked(), nothingRetold()]
  try {
    const [port, variables] = [await freePorts(1), movedClockVariables(clockFile)]
    const lake = await startLakeProcess({port, dataFolder, webhookUrl: receiver.url, variables})
    if (lake === null) throw new Error('The lake did not start.')
    const {url} = lake
    const written = Array.from({length: writers}, () => writeUntilGone({url, token, random}, asked))
    const broken: string[] = []
    for (const jump of jumpsMs) {
      const before = asked.answered.size
      writeFileSync(clockFile, String(jump))
      await wait(writtenMs)
      if (asked.answered.size === before) broken.push(`the lake took nothing after a jump by ${jump} ms`)
    }
    await lake.end('SIGTERM')
    await Promise.all(written)
    broken.push(...checkFile(dataFolder, asked, retold))
    const again = await startLakeProcess({port, dataFolder, webhookUrl: receiver.url, variables})
    await untilTold(receiver, retold)
    await again?.end('SIGTERM')
    return {
      counts: [
        [asked.answered.size, 'changes that a lake took while its clock jumped as often'],
        [retold.owed.length, 'messages owed to the webhook for them'],
      ],
      broken: [...broken, ...checkTold(receiver.told, retold)].map((words) => `clock of the lake: ${words}`),
    }
  } finally {
    await receiver.close()
    rmSync(dataFolder, {recursive: true, force: true})
  }
}
