import {stegaClean} from '@sanity/client/stega'
import {cacheLife} from 'next/cache'
import {markSize, panelSize} from '#components/share-picture/card.tsx'
import {drawSharePicture} from '#components/share-picture/draw.tsx'
import {shareAddress, sharedPath, shareFolder} from '#lib/share-address.ts'
import {schoolList} from '#lib/slugs.ts'
import type {Shared} from '#sanity/lib/content/shared.ts'
import {getShared} from '#sanity/lib/content.ts'
import {readPicture} from '#sanity/lib/picture-data.ts'

type Context = {params: Promise<{path: string[]}>}

/** A build needs one; the others are drawn when they are asked for first. */
export function generateStaticParams(): {path: string[]}[] {
  return [{path: shareAddress(schoolList.path).slice(shareFolder.length).split('/')}]
}

/** The picture of a page for where it is shared, as PNG. It is drawn again when what is written on it changes. */
export async function GET(_request: Request, {params}: Context): Promise<Response> {
  const path = sharedPath(shareFolder + (await params).path.join('/'))
  const shared = path === null ? null : await getShared(path)
  if (shared === null) return new Response('There is no such picture.', {status: 404})
  return new Response(await draw(stegaClean(shared)), {headers: {'Content-Type': 'image/png'}})
}

/** Kept by what is drawn, so that a page whose other words change keeps its picture. */
async function draw({mark, picture, ...words}: Shared): Promise<Uint8Array<ArrayBuffer>> {
  'use cache'
  cacheLife('max')
  const fine = {width: 2 * markSize, height: 2 * markSize}
  return drawSharePicture({
    ...words,
    mark: mark === null ? null : await readPicture(mark, fine, 'png'),
    picture: picture === null ? null : await readPicture(picture, panelSize, 'jpg'),
  })
}
