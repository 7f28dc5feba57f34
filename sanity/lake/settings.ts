import {normalizeOrigin} from './access/origins.ts'
import {StartProblem} from './start-problem.ts'

export type LakeSettings = {
  port: number
  host: string
  dataFolder: string
  publicUrl?: string
  allowedOrigins: string[]
  /** The site's own webhook; null to send none. */
  webhookUrl: string | null
}

/**
 * The lake's configuration. The launcher sets these variables; people configure the site, not the lake.
 * `LAKE_PORT`, `LAKE_HOST` (loopback only), `DATA_FOLDER`, `LAKE_PUBLIC_URL`, `LAKE_ALLOWED_ORIGINS` (separated
 * by commas), `LAKE_WEBHOOK_URL`.
 * @throws StartProblem that names the variable
 */
export function readSettings(variables: {readonly [name: string]: string | undefined}): LakeSettings {
  const text = (name: string) => variables[name]?.trim() || undefined
  const port = Number(text('LAKE_PORT') ?? '3001')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartProblem(`LAKE_PORT is "${text('LAKE_PORT')}": give a whole number from 1 to 65535.`)
  }
  const publicUrl = text('LAKE_PUBLIC_URL')
  const origins = (text('LAKE_ALLOWED_ORIGINS') ?? '').split(',').filter((origin) => origin.trim() !== '')
  const webhookUrl = text('LAKE_WEBHOOK_URL') ?? null
  return {
    port,
    host: text('LAKE_HOST') ?? '127.0.0.1',
    dataFolder: text('DATA_FOLDER') ?? '.data',
    ...(publicUrl === undefined
      ? {}
      : {publicUrl: webAddress('LAKE_PUBLIC_URL', publicUrl).replace(/\/+$/, '')}),
    allowedOrigins: origins.map((origin) =>
      normalizeOrigin(webAddress('LAKE_ALLOWED_ORIGINS', origin.trim())),
    ),
    webhookUrl: webhookUrl && webAddress('LAKE_WEBHOOK_URL', webhookUrl),
  }
}

function webAddress(name: string, address: string): string {
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return address
  throw new StartProblem(`${name} holds "${address}": give an address such as http://localhost:3000.`)
}
