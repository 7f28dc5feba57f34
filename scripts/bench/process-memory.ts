import {readdirSync, readFileSync} from 'node:fs'

const pageBytes = 4096
const lookEveryMs = 250

/** Bytes that a process and all that it has started hold in memory, on Linux; 0 elsewhere. */
function residentBytes(root: number): number {
  const parents = new Map<number, {parent: number; bytes: number}>()
  for (const name of readNames()) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      // The name of the program, in brackets, may hold anything.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      parents.set(Number(name), {parent: Number(fields[1]), bytes: Number(fields[21]) * pageBytes})
    } catch {
      // It has ended meanwhile.
    }
  }
  const isWithin = (id: number): boolean => id === root || (id > 1 && isWithin(parents.get(id)?.parent ?? 0))
  return Array.from(parents).reduce((sum, [id, {bytes}]) => sum + (isWithin(id) ? bytes : 0), 0)
}

function readNames(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
}

/** Watches a process until `stop` says what it and all that it started held in memory at most, in bytes. */
export function watchMemory(process: number): {stop: () => number} {
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, residentBytes(process))
  }, lookEveryMs)
  return {
    stop: () => {
      clearInterval(timer)
      return most
    },
  }
}
