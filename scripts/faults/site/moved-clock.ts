/**
 * Read by a process before anything else (`node --import`), so that its time of day jumps by as many milliseconds as the
 * file says that `MOVED_CLOCK` names, as it does when an administrator or a time server sets it.
 */
import {readFileSync} from 'node:fs'

const RealDate = Date
const file = process.env.MOVED_CLOCK ?? ''
const lookEveryMs = 50
let movedBy = 0
let lookedAt = Number.NEGATIVE_INFINITY

function now(): number {
  const real = RealDate.now()
  if (performance.now() - lookedAt > lookEveryMs) {
    lookedAt = performance.now()
    try {
      movedBy = Number(readFileSync(file, 'utf8')) || 0
    } catch {
      movedBy = 0
    }
  }
  return real + movedBy
}

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length > 0 ? given : [now()], newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
})
