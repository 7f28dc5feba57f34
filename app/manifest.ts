import {stegaClean} from '@sanity/client/stega'
import type {MetadataRoute} from 'next'
import small from '#components/site/icons/icon-192.png'
import large from '#components/site/icons/icon-512.png'
import {getSettings} from '#sanity/lib/content.ts'

/** What a telephone needs to put the site on its first screen. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const {contact, tagline} = stegaClean(await getSettings())
  return {
    name: contact.trustName,
    ...(tagline === null ? {} : {description: tagline}),
    lang: 'en-GB',
    start_url: '/',
    display: 'browser',
    background_color: '#fffcf5',
    theme_color: '#14524a',
    icons: [small, large].flatMap(({src, width, height}) => {
      const icon = {src, sizes: `${width}x${height}`, type: 'image/png'}
      return [icon, {...icon, purpose: 'maskable' as const}]
    }),
  }
}
