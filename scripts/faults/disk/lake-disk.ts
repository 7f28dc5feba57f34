import path from 'node:path'
import {ensureSecrets} from '#sanity/lake/access/secrets.ts'
import {freePorts} from '../../testing/free-ports.ts'
import {checkFile, nothingRetold} from '../lake/check-file.ts'
import {startLakeProcess} from '../lake/lake-process.ts'
import {nothingAsked} from '../lake/writers.ts'
import type {Outcome} from '../outcome.ts'
import type {SmallDisk} from './small-disk.ts'

/** Bytes that are left when the lake begins to fill the disk. */
const roomForAFew = 400_000

/** What staff must be able to read in a refusal. */
const clear = /disk[^.]*full/

/** Lets a lake fill its disk, ends and starts it there, and gives it room again. */
export async function fillDiskOfLake(disk: SmallDisk): Promise<Outcome> {
  const broken: string[] = []
  const dataFolder = path.join(disk.folder, 'data')
  const {writeToken} = ensureSecrets(dataFolder)
  const options = {port: await freePorts(1), dataFolder}
  const first = await startLakeProcess(options)
  if (first === null) throw new Error('The lake did not start.')
  const {url} = first
  const kept: string[] = []
  let number = 0
  const send = async (address: string, type: string, body: string) => {
    const headers = {authorization: `Bearer ${writeToken}`, 'content-type': type}
    const answer = await fetch(`${url}/v2025-02-19/${address}`, {method: 'POST', headers, body})
    return {status: answer.status, text: await answer.text()}
  }
  const write = async () => {
    const id = `document-${number++}`
    const document = {_id: id, _type: 'page', text: 'words '.repeat(2000)}
    const answer = await send(
      'data/mutate/production',
      'application/json',
      JSON.stringify({mutations: [{create: document}]}),
    )
    if (answer.status === 200) kept.push(id)
    return answer
  }
  const expectClear = (what: string, {status, text}: {status: number; text: string}) => {
    if (status === 200 || !clear.test(text))
      broken.push(`${what} on a full disk was answered with ${status} ${text}`)
  }

  await write()
  disk.fill(roomForAFew)
  let refused = await write()
  for (let tries = 0; refused.status === 200 && tries < 5_000; tries++) refused = await write()
  const untilFull = kept.length
  disk.fill()
  expectClear('a change', refused)
  expectClear('a file', await send('assets/files/production', 'text/plain', 'words '.repeat(20_000)))
  const read = await fetch(`${url}/health`)
  if (read.status !== 200) broken.push(`reading on a full disk was answered with ${read.status}`)
  await first.end('SIGKILL')

  const onFull = await startLakeProcess(options).catch((error: unknown) => String(error))
  if (typeof onFull === 'string' && !clear.test(onFull))
    broken.push(`the lake started on a full disk said: ${onFull}`)
  disk.free()
  const lake = typeof onFull === 'string' ? await startLakeProcess(options) : onFull
  const again = await write()
  if (again.status !== 200)
    broken.push(`a change with room again was answered with ${again.status} ${again.text}`)
  await lake?.end('SIGTERM')
  const retold = nothingRetold()
  broken.push(...checkFile(dataFolder, nothingAsked(), retold))
  const missing = kept.filter((id) => !retold.documents.has(id))
  broken.push(...missing.map((id) => `${id} was answered, and is not there`))
  if (retold.documents.size !== kept.length)
    broken.push(`${retold.documents.size} documents for ${kept.length} answers`)
  return {
    counts: [
      [untilFull, 'documents that the lake took until its disk was full'],
      [refused.status, `is what the next one was answered: ${refused.text.slice(0, 200)}`],
      [
        typeof onFull === 'string' ? 'refuses' : 'starts',
        'is what the lake does when it is started on a full disk',
      ],
      [kept.length, 'documents there at the end, one of them written with room again'],
    ],
    broken,
  }
}
