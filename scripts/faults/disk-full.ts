import {fillDiskOfLake} from './disk/lake-disk.ts'
import {fillDiskOfSite} from './disk/site-disk.ts'
import {makeSmallDisk, type SmallDisk} from './disk/small-disk.ts'
import type {Outcome} from './outcome.ts'
import type {RunningSite} from './site/stage.ts'

/** Megabytes: for a lake, and for two copies of a release with Node.js in them. */
const sizes = {lake: 24, site: 700}

/** Lets the disks of a lake and of a site run full. */
export async function fillDisk(site: RunningSite | null): Promise<Outcome> {
  const lake = await onSmallDisk(sizes.lake, fillDiskOfLake)
  if (site === null) return lake
  const pages = await onSmallDisk(sizes.site, (disk) => fillDiskOfSite(site, disk))
  return {counts: [...lake.counts, ...pages.counts], broken: [...lake.broken, ...pages.broken]}
}

async function onSmallDisk(megabytes: number, run: (disk: SmallDisk) => Promise<Outcome>): Promise<Outcome> {
  const disk = makeSmallDisk(megabytes)
  try {
    return await run(disk)
  } finally {
    disk.remove()
  }
}
