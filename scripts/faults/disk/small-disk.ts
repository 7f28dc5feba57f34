import {execFileSync} from 'node:child_process'
import {closeSync, fsyncSync, mkdtempSync, openSync, rmdirSync, rmSync, statfsSync, writeSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {ContentProblem} from '../../content/problem.ts'

export type SmallDisk = {
  folder: string
  /** Leaves so many bytes free; nothing at all without a number. */
  fill: (left?: number) => void
  /** Gives back what `fill` took. */
  free: () => void
  remove: () => void
}

/**
 * A disk of its own in memory.
 * @throws ContentProblem when this account may not mount one
 */
export function makeSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(path.join(tmpdir(), 'faults-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], {stdio: 'pipe'})
  } catch {
    rmdirSync(folder)
    throw new ContentProblem(
      'A small disk could not be made: this kind needs root, and a machine that lets it mount.',
    )
  }
  const filler = path.join(folder, 'filler')
  return {
    folder,
    fill: (left = 0) => fillUp(filler, left),
    free: () => rmSync(filler, {force: true}),
    remove: () => {
      execFileSync('umount', ['-l', folder])
      rmdirSync(folder)
    },
  }
}

function fillUp(file: string, left: number): void {
  const handle = openSync(file, 'a')
  try {
    for (;;) {
      const {bavail, bsize} = statfsSync(path.dirname(file))
      const size = Math.min(bavail * bsize - left, 1024 * 1024)
      if (size <= 0) return
      writeSync(handle, Buffer.alloc(size))
    }
  } catch {
    // It is full sooner than it said.
  } finally {
    fsyncSync(handle)
    closeSync(handle)
  }
}
