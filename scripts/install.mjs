/**
 * The one part that runs under whatever Node the machine has, so it stays plain JavaScript: checks that Node,
 * installs what is missing, and hands over to the Node that the project pins.
 */
import {spawn} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

const oldestNode = 20
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** Says what is wrong and what to do, and stops. */
export function fail(message) {
  process.stderr.write(`\n${message}\n`)
  process.exit(1)
}

/** What to tell the person whose Node.js has this version, such as `18.19.0`, or null when it is new enough. */
export function problemOfNode(version) {
  if (Number(version.split('.')[0]) >= oldestNode) return null
  return (
    `Node.js ${version} is too old: this needs Node.js ${oldestNode} or newer.\n` +
    'Install a newer one from https://nodejs.org (or with your system’s packages), then run this again.'
  )
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm leaves the list of what it installed in
 * node_modules/.package-lock.json as its last step, so an install that was cut off does not count.
 */
export function isInstalled(folder = root) {
  const list = path.join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(list)) return false
  try {
    const wanted = JSON.parse(readFileSync(path.join(folder, 'package-lock.json'), 'utf8')).packages
    const found = JSON.parse(readFileSync(list, 'utf8')).packages
    return Object.entries(wanted).every(
      ([name, entry]) =>
        name === '' || entry.optional || entry.devOptional || found[name]?.version === entry.version,
    )
  } catch {
    return false
  }
}

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Installs the packages. When this process is told to end, or is killed outright, npm ends with it. */
async function install() {
  const began = Date.now()
  const elapsed = () => `${Math.round((Date.now() - began) / 1000)} s`
  process.stdout.write('Installing packages (1 to 3 minutes the first time) …\n')
  const timer = setInterval(() => process.stdout.write(`  still installing, ${elapsed()}\n`), 15_000)
  const child = spawn(
    process.execPath,
    [
      '--import',
      new URL('launch/leave-with-launcher.mjs', import.meta.url).href,
      fileURLToPath(new URL('install-packages.mjs', import.meta.url)),
    ],
    {
      cwd: root,
      env: {...process.env, STARTED_BY_LAUNCHER: '1'},
      stdio: ['pipe', 'inherit', 'inherit'],
      detached: true,
    },
  )
  let signalled = null
  const stop = (signal) => {
    signalled ??= signal
    child.stdin.end()
  }
  for (const signal of endingSignals) process.on(signal, stop)
  const code = await new Promise((resolve) => child.on('exit', resolve))
  clearInterval(timer)
  for (const signal of endingSignals) process.off(signal, stop)
  // As if nothing had caught it, so that whoever sent it sees how this ended.
  if (signalled !== null) process.kill(process.pid, signalled)
  if (code === 127) fail('Is npm installed? It comes with Node.js.')
  if (code !== 0) {
    fail(
      'The packages could not be installed; npm says why above.\n' +
        'Check the internet connection, the free disk space and that you may write to this folder, then run this again.',
    )
  }
  process.stdout.write(`Installed in ${elapsed()}.\n`)
}

/** Installs if needed, then runs a script of the project under its own Node and takes its exit code. */
export async function runProjectScript(script, args) {
  const problem = problemOfNode(process.versions.node)
  if (problem !== null) fail(problem)
  if (!isInstalled()) await install()
  const bin = path.join(root, 'node_modules', '.bin')
  const child = spawn(path.join(bin, 'node'), [path.join(root, 'scripts', script), ...args], {
    cwd: root,
    // The channel carries nothing: that it closes tells the child when this process was killed outright.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}`},
  })
  // A Ctrl-C reaches the child by itself; it stops its parts in order, and this waits for it.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('error', (error) => fail(`The project’s own Node.js could not be started: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : code))
}
