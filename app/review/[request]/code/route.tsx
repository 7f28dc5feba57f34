import {EnterCode} from '#components/review/enter-code.tsx'
import {ReviewMessage} from '#components/review/message.tsx'
import {countUse, isOverLimit} from '#lib/sign-off/limits.ts'
import {visitorHeader} from '#sanity/lib/requests/visitor.ts'
import {sendCode} from '#sanity/sign-off/decide.ts'
import {leadOn, page, withForm} from '../../answers.tsx'
import {toConfirm} from '../../confirmed.ts'
import {showClosed} from '../../show.tsx'

type Context = {params: Promise<{request: string}>}

/** Sends a code for the answer that the form carries. */
export async function POST(request: Request, {params}: Context): Promise<Response> {
  const {request: id} = await params
  return withForm(request, id, async (review, form, around) => {
    const {trustName} = around
    const answer = toConfirm(form)
    if (answer === null) return leadOn(`/review/${id}`)
    const visitor = request.headers.get(visitorHeader) ?? ''
    const outcome = isOverLimit('code', visitor)
      ? ({kind: 'too-many'} as const)
      : await sendCode(review, answer, around)
    countUse('code', visitor)
    switch (outcome.kind) {
      case 'sent':
        return page(
          'Enter your code',
          <EnterCode
            trustName={trustName}
            request={review.request}
            reviewer={review.reviewer}
            answer={answer}
            problem={null}
          />,
        )
      case 'closed':
        return showClosed(around)
      case 'too-many':
        return page(
          'Error: Enter your code',
          <EnterCode
            trustName={trustName}
            request={review.request}
            reviewer={review.reviewer}
            answer={answer}
            problem="Many codes were sent already, so there is no new one for an hour. The one in the newest e-mail works for 10 minutes."
          />,
          429,
        )
      case 'not-sent':
        return page(
          'The code could not be sent',
          <ReviewMessage trustName={trustName} title="The code could not be sent">
            <p>
              Our mail does not work at the moment. Nothing was decided. Open the link in our e-mail again in
              a few minutes, and answer once more.
            </p>
          </ReviewMessage>,
          503,
        )
    }
  })
}

export async function GET(_request: Request, {params}: Context): Promise<Response> {
  return leadOn(`/review/${(await params).request}`)
}
