import path from 'node:path'
import {type Part, startPart} from './processes.ts'

export type SiteOptions = {
  root: string
  environment: NodeJS.ProcessEnv
  host: string
  port: number
}

/** Starts the built site and waits until it answers. */
export function startSite({root, environment, host, port}: SiteOptions): Promise<Part> {
  return startPart({
    name: 'site',
    script: path.join(root, 'node_modules/next/dist/bin/next'),
    args: ['start', '--hostname', host, '--port', String(port)],
    environment,
    isReady: (line) => line.includes('Ready in'),
  })
}
