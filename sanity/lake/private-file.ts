import {randomBytes} from 'node:crypto'
import {chmodSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {systemErrorCode} from '#lib/system-error-code.ts'
import {StartProblem} from './start-problem.ts'
import type {JsonValue} from './types.ts'

/** Readable and writable by the person who runs the lake, and by nobody else. */
const ownerOnly = 0o600

/**
 * The JSON in a file of the lake, or undefined where there is no such file.
 * @throws StartProblem when it cannot be read or is not JSON; the message never quotes the file.
 */
export function readPrivateJson(file: string): JsonValue | undefined {
  const text = readText(file)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new StartProblem(
      `${file} is not valid JSON. Put it back from a backup, or delete it and start again: it is made anew.`,
    )
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = systemErrorCode(error)
    if (code === 'ENOENT') return undefined
    throw new StartProblem(
      `${file} cannot be read (${code ?? 'unknown reason'}). Give the account that starts the site the right to read it.`,
    )
  }
}

/** Replaces the file as a whole, so that a reader or a crash never meets half of it. */
export function replacePrivateJson(file: string, value: JsonValue): void {
  const draft = writeDraft(file, value)
  renameSync(draft, file)
}

/** Makes the file. Returns false, and changes nothing, when another process made it first. */
export function createPrivateJson(file: string, value: JsonValue): boolean {
  const draft = writeDraft(file, value)
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, {force: true})
  }
}

/** Takes rights away from everyone but the owner, where an earlier copy or backup widened them. */
export function makePrivate(file: string): void {
  chmodSync(file, ownerOnly)
}

function writeDraft(file: string, value: JsonValue): string {
  const draft = `${file}.${randomBytes(6).toString('hex')}.part`
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, {mode: ownerOnly, flush: true})
  return draft
}
