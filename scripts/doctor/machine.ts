import {existsSync} from 'node:fs'
import {statfs} from 'node:fs/promises'
import path from 'node:path'
import type {Environment} from '#lib/env.ts'
import {diskCheck} from '#lib/health/checks.ts'
import {systemErrorCode} from '#lib/system-error-code.ts'
import {readSecrets} from '#sanity/lake/access/secrets.ts'
import {prepareDataFolder} from '../launch/data-folder.ts'
import {requireUsablePort} from '../launch/ports.ts'
import {type Finding, fault, good, warning} from './finding.ts'

/** Looks at this machine: Node.js, the disk, the ports, and what a local installation keeps. */
export async function checkMachine(
  environment: Environment,
  dataFolder: string,
  {isRunning}: {isRunning: boolean},
): Promise<Finding[]> {
  const isLocal = environment.source.kind === 'local'
  return [
    checkNode(process.versions.node),
    await checkDisk(existsSync(dataFolder) ? dataFolder : path.dirname(dataFolder)),
    ...(isRunning ? [] : await checkPorts(environment)),
    ...(isLocal ? [checkData(dataFolder)] : []),
  ]
}

/** The release that is tested, of which the project brings its own. */
export function checkNode(version: string): Finding {
  return Number(version.split('.')[0]) >= 24
    ? good(`This is Node.js ${version}.`)
    : fault(
        `This is Node.js ${version}, and the project needs 24.`,
        'Run commands with npm, which uses the one that the project brings; npm ci puts it there.',
      )
}

async function checkDisk(folder: string): Promise<Finding> {
  const disk = await statfs(folder).catch(() => null)
  const {status, reason} = diskCheck(disk === null ? null : disk.bavail * disk.bsize)
  if (status === 'pass') return good(reason)
  const remedy = `Free some space on the disk of ${folder}, or set DATA_FOLDER to another place.`
  return status === 'fail' ? fault(reason, remedy) : warning(reason, remedy)
}

async function checkPorts({host, port, source}: Environment): Promise<Finding[]> {
  const needed: [string, number, string][] = [[host, port, 'site']]
  if (source.kind === 'local')
    needed.push(['127.0.0.1', Number(new URL(source.lakeUrl).port), 'embedded Content Lake'])
  return Promise.all(
    needed.map(async ([at, number, purpose]) => {
      try {
        await requireUsablePort(at, number, purpose)
        return good(`Port ${number} is free for the ${purpose}.`)
      } catch (error) {
        const [says = '', ...remedy] = (error instanceof Error ? error.message : String(error)).split('\n')
        return fault(says, remedy.join(' ') || 'Choose another port.')
      }
    }),
  )
}

function checkData(dataFolder: string): Finding {
  if (!existsSync(dataFolder)) return good(`${dataFolder} is made at the first start.`)
  try {
    prepareDataFolder(dataFolder)
    if (existsSync(path.join(dataFolder, 'secrets.json'))) readSecrets(dataFolder)
    return good(`${dataFolder} can be read and written.`)
  } catch (error) {
    const [says = '', ...remedy] = (error instanceof Error ? error.message : String(error)).split('\n')
    return fault(
      says,
      remedy.join(' ') || `Look at ${dataFolder} (${systemErrorCode(error) ?? 'unknown reason'}).`,
    )
  }
}
