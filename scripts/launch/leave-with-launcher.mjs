/**
 * Loaded by `node --import` into each program that the launcher starts: a launcher that is killed outright cannot
 * stop them, but the pipe that it held open to their standard input closes, and that is the sign to go.
 *
 * Plain JavaScript, because packages are installed under whatever Node the machine has.
 */
import {isMainThread} from 'node:worker_threads'

const patienceMs = 10_000

/** Negative: the whole group, which the launcher made this process the head of. */
function leave() {
  process.kill(-process.pid, 'SIGTERM')
  setTimeout(() => process.kill(-process.pid, 'SIGKILL'), patienceMs).unref()
}

if (isMainThread && process.env.STARTED_BY_LAUNCHER) {
  // Processes that this one starts load this module too, with a standard input that says nothing of the launcher.
  delete process.env.STARTED_BY_LAUNCHER
  process.stdin.once('end', leave)
  process.stdin.resume()
  process.stdin.unref?.()
}
