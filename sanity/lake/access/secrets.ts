import {randomBytes} from 'node:crypto'
import {join} from 'node:path'
import {makeSignOffKey} from '#lib/sign-off/keys.ts'
import {systemErrorCode} from '#lib/system-error-code.ts'
import {createPrivateJson, makePrivate, readPrivateJson, replacePrivateJson} from '../private-file.ts'
import {StartProblem} from '../start-problem.ts'
import type {JsonValue} from '../types.ts'

/** What the lake and the site share. Made at the first start, never printed, never sent to a browser. */
export type Secrets = {
  /** Bearer token that reads drafts and writes nothing. */
  readToken: string
  /** Bearer token that reads and writes everything. */
  writeToken: string
  /** Signs the webhook deliveries. */
  webhookSecret: string
  /** Signs the record of sign-offs. Without it every agreement is lost: it belongs in the backup. */
  signOffKey: string
}

/**
 * The secrets of a data folder in which the lake has been started before.
 * @throws StartProblem when there are none, or the file is broken.
 */
export function readSecrets(dataFolder: string): Secrets {
  const secrets = findSecrets(dataFolder)
  if (secrets) return secrets
  throw new StartProblem(
    `${secretsFile(dataFolder)} is missing. Start the site once with "npm start": it is made then.`,
  )
}

/**
 * The secrets of a data folder, made where there are none.
 * @throws StartProblem when the file is broken, or the folder cannot be written.
 */
export function ensureSecrets(dataFolder: string): Secrets {
  const stored = findSecrets(dataFolder)
  if (stored) return stored
  const made = makeSecrets()
  try {
    if (createPrivateJson(secretsFile(dataFolder), made)) return made
  } catch (error) {
    throw new StartProblem(
      `The data folder ${dataFolder} cannot be written (${systemErrorCode(error) ?? 'unknown reason'}). ` +
        'Give the account that starts the site the right to write there, or set DATA_FOLDER to another folder.',
    )
  }
  return readSecrets(dataFolder)
}

function findSecrets(dataFolder: string): Secrets | null {
  const file = secretsFile(dataFolder)
  const stored = readPrivateJson(file)
  if (stored === undefined) return null
  makePrivate(file)
  return parseSecrets(stored, file)
}

function secretsFile(dataFolder: string): string {
  return join(dataFolder, 'secrets.json')
}

function makeSecrets(): Secrets {
  return {
    readToken: makeToken(),
    writeToken: makeToken(),
    webhookSecret: makeToken(),
    signOffKey: makeSignOffKey(),
  }
}

/** 256 random bits as text that needs no escaping in a header or a shell. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

function parseSecrets(value: JsonValue, file: string): Secrets {
  const fromBefore = {
    readToken: secretOf(value, 'readToken', file),
    writeToken: secretOf(value, 'writeToken', file),
    webhookSecret: secretOf(value, 'webhookSecret', file),
  }
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (isRecord && value.signOffKey !== undefined)
    return {...fromBefore, signOffKey: secretOf(value, 'signOffKey', file)}
  // A folder from before there was sign-off gets its key now.
  const complete = {...fromBefore, signOffKey: makeSignOffKey()}
  replacePrivateJson(file, complete)
  return complete
}

function secretOf(value: JsonValue, name: keyof Secrets, file: string): string {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
  const secret = isRecord ? value[name] : undefined
  if (typeof secret === 'string' && secret.length >= 20) return secret
  throw new StartProblem(
    `${file} has no usable "${name}". Put the file back from a backup, or delete it and start again: new secrets are made.`,
  )
}
