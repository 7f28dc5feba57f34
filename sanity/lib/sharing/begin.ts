import type {SiteEnvironment} from '#lib/env.ts'
import {catchUp} from './catch-up.ts'
import {joinExchange} from './exchange.ts'
import {followOthers} from './follow.ts'
import {openTable} from './tag-table.ts'

/**
 * Makes this process keep up with what has changed: what it knew when it ended last, and what the other processes of
 * the site know. Called once, when a built site starts.
 * @returns soon, whether Redis answers or not
 */
export async function keepUp({redisUrl, source}: SiteEnvironment): Promise<void> {
  openTable(process.cwd())
  if (redisUrl !== null) {
    const {joinRedis} = await import('./redis-exchange.ts')
    const name = `site:${source.projectId}:${source.dataset}`
    joinExchange(await joinRedis({url: redisUrl, name, follow: followOthers}))
  }
  void catchUp()
}
