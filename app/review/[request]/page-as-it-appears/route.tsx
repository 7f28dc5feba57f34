import {WholePage} from '#components/review/whole-page.tsx'
import {answerIn} from '#lib/sign-off/state.ts'
import {siteGate} from '#sanity/sign-off/gate.ts'
import {throughReview} from '#sanity/sign-off/pictures.ts'
import {readReviewed} from '#sanity/sign-off/reviewed-content.ts'
import {readSnapshot} from '#sanity/sign-off/snapshot.ts'
import {leadOn, page, withReview} from '../../answers.tsx'

type Context = {params: Promise<{request: string}>}

/** The page that is asked about, as visitors would see it. */
export async function GET(incoming: Request, {params}: Context): Promise<Response> {
  const {request: id} = await params
  return withReview(incoming, id, async ({request, reviewer, progress}, around) => {
    const snapshot = await readSnapshot(around, request.subject.type, request.hash)
    const content = snapshot && readReviewed(request.subject, snapshot, siteGate)
    if (content?.type !== 'page') return leadOn(`/review/${id}`)
    const isAnswered = answerIn(progress, reviewer) !== null
    const back = {
      href: isAnswered ? `/review/${id}` : `/review/${id}#appears`,
      words: isAnswered ? 'Back to your answer' : 'Back to the question',
    }
    const body = <WholePage page={content.page} back={back} />
    return page(content.page.title, body, 200, (html) => throughReview(html, id))
  })
}
