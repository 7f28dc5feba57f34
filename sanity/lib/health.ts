import {contentClient} from './client.ts'

/** Whether Content Lake answers the site's own token, without reading any content. */
export async function isContentReachable(): Promise<boolean> {
  try {
    await contentClient().fetch('count(*[_id == "siteSettings"])', {}, {stega: false, tag: 'health'})
    return true
  } catch {
    return false
  }
}
