import {findReview, noteOpened} from '#sanity/sign-off/review.ts'
import {siteSignOff} from '#sanity/sign-off/site.ts'
import {inWords, leadOn, refused} from '../../answers.tsx'
import {tokenCookie} from '../../cookies.ts'

/** Where the link in a letter leads. It only reads: mail filters open it, and others whom it was passed on to. */
export async function GET(
  _request: Request,
  {params}: {params: Promise<{token: string}>},
): Promise<Response> {
  return inWords(async () => {
    const startedAt = Date.now()
    const {token} = await params
    const around = await siteSignOff()
    const review = await findReview(token, null, around)
    if (review === null) return refused(token, around, startedAt)
    await noteOpened(review, around)
    const {id} = review.request
    return leadOn(`/review/${id}`, tokenCookie(token, id))
  })
}
