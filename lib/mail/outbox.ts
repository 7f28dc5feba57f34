import {randomUUID} from 'node:crypto'
import {mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {createTransport} from 'nodemailer'
import PostalMime, {type Address} from 'postal-mime'
import {systemErrorCode} from '#lib/system-error-code.ts'
import type {Mail} from './send.ts'

/** Older ones go when more come. */
const mostKept = 100

/** Letters that this process has written: those of one millisecond sort by it. */
let lettersSoFar = 0

/** A letter as its reader would see it. Addresses are written as in its header. */
export type OutboxLetter = {
  file: string
  from: string
  to: string
  replyTo: string
  subject: string
  /** ISO 8601, or empty. */
  date: string
  text: string
}

/** Writes a letter into a folder as an `.eml` file, which mail programs open. Names sort by time. */
export async function putIntoOutbox(mail: Mail, folder: string): Promise<void> {
  const {message} = await createTransport({streamTransport: true, buffer: true}).sendMail(mail)
  if (!Buffer.isBuffer(message)) throw new Error('The letter was not written as one piece.')
  await mkdir(folder, {recursive: true, mode: 0o700})
  lettersSoFar += 1
  const place = String(lettersSoFar).padStart(8, '0')
  const name = `${new Date().toISOString().replaceAll(':', '-')}-${place}-${randomUUID()}.eml`
  await writeFile(path.join(folder, name), message, {mode: 0o600})
  const tooOld = (await letterFiles(folder)).slice(mostKept)
  await Promise.all(tooOld.map((file) => rm(path.join(folder, file), {force: true})))
}

/** The letters in a folder, newest first; none when there is no folder yet. */
export async function readOutbox(folder: string): Promise<OutboxLetter[]> {
  const files = await letterFiles(folder)
  return Promise.all(files.map(async (file) => parseLetter(file, await readFile(path.join(folder, file)))))
}

async function letterFiles(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder)
    return names
      .filter((name) => name.endsWith('.eml'))
      .sort()
      .reverse()
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return []
    throw error
  }
}

async function parseLetter(file: string, content: Buffer): Promise<OutboxLetter> {
  const {from, to, replyTo, subject, date, text} = await PostalMime.parse(content)
  return {
    file,
    from: written(from ? [from] : []),
    to: written(to),
    replyTo: written(replyTo),
    subject: subject ?? '',
    date: date ?? '',
    text: text ?? '',
  }
}

function written(addresses: Address[] | undefined): string {
  return (addresses ?? []).map(({name, address = ''}) => (name ? `${name} <${address}>` : address)).join(', ')
}
