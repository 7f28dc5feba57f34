import {fetchPicture, pictureIdOf} from '#sanity/sign-off/pictures.ts'
import {readSnapshot} from '#sanity/sign-off/snapshot.ts'
import {plainly, withReview} from '../../../answers.tsx'

type Context = {params: Promise<{request: string; name: string}>}

/** A picture of what is asked about, for whoever may read that, and no other picture. */
export async function GET(incoming: Request, {params}: Context): Promise<Response> {
  const {request: id, name} = await params
  return withReview(incoming, id, async ({request}, around) => {
    const snapshot = await readSnapshot(around, request.subject.type, request.hash)
    const picture = pictureIdOf(name)
    if (picture === null || !JSON.stringify(snapshot).includes(`"${picture}"`))
      return plainly('There is no such picture here.', 404)
    const found = await fetchPicture(name, new URL(incoming.url).search)
    return new Response(found.body, {
      headers: {
        'Content-Type': found.headers.get('content-type') ?? 'application/octet-stream',
        'Cache-Control': 'private, no-store',
        'X-Robots-Tag': 'noindex, nofollow',
      },
    })
  })
}
