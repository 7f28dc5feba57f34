/**
 * Loaded into each part by `node --import`: a launcher that is killed outright cannot stop its parts,
 * but the pipe that it held open to their standard input closes, and that is the sign to go.
 */
import {isMainThread} from 'node:worker_threads'

if (isMainThread) {
  process.stdin.once('end', () => process.kill(process.pid, 'SIGTERM'))
  process.stdin.resume()
  process.stdin.unref?.()
}
