import {parseArgs} from 'node:util'

export type LaunchArguments = {
  port: number | null
  fresh: boolean
  /** Answers the question of `--fresh` beforehand, for scripts. */
  yes: boolean
  dev: boolean
  help: boolean
}

export const usage = `Starts the site, the Studio and, without a Sanity project, the embedded Content Lake.

  npm start                     everything, built once, on http://localhost:3000
  npm start -- --port 4000      the same on another port (the lake takes the one after it)
  npm start -- --fresh          back to the demo content; asks first, and keeps what there was as a backup
  npm start -- --fresh --yes    the same without the question
  npm run dev                   with hot reload of site and Studio

Configuration: see .env.example.`

/** A mistake on the command line, in words for the person who typed it. */
export class ArgumentsError extends Error {}

/** @throws ArgumentsError */
export function parseLaunchArguments(args: string[]): LaunchArguments {
  const {port, fresh = false, yes = false, dev = false, help = false} = parse(args)
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_534)) {
    throw new ArgumentsError(
      `--port ${port} is not a port: give a whole number from 1 to 65534, such as 4000.`,
    )
  }
  return {port: port === undefined ? null : Number(port), fresh, yes, dev, help}
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: {type: 'string', short: 'p'},
        fresh: {type: 'boolean'},
        yes: {type: 'boolean', short: 'y'},
        dev: {type: 'boolean'},
        help: {type: 'boolean', short: 'h'},
      },
    }).values
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ArgumentsError(`${reason}\n\n${usage}`)
  }
}
