import {countLetter, countTry, isOverLimit} from '#lib/sign-off/limits.ts'
import {visitorHeader} from '#sanity/lib/requests/visitor.ts'
import type {Around} from '#sanity/sign-off/around.ts'
import {sendNewLink} from '#sanity/sign-off/new-link.ts'
import {findSent} from '#sanity/sign-off/review.ts'
import {siteSignOff} from '#sanity/sign-off/site.ts'
import {inWords, leadOn, refused, refuseStrangers} from '../answers.tsx'

/** Sends a new link for one that works no more. The answer is the same whatever the link was. */
export async function POST(request: Request): Promise<Response> {
  return inWords(async () => {
    const startedAt = Date.now()
    const refusal = refuseStrangers(request)
    if (refusal !== null) return refusal
    const form = await request.formData().catch(() => null)
    const token = form?.get('token')
    const around = await siteSignOff()
    // Not waited for: how long it takes would tell whether a letter was sent.
    const visitor = request.headers.get(visitorHeader) ?? ''
    const mayAsk = !isOverLimit('new-link', visitor)
    countTry('new-link', visitor)
    if (mayAsk && typeof token === 'string')
      void send(token, around).catch(() => around.report('A new link could not be sent.'))
    return refused('', around, startedAt, true)
  })
}

/** Counts only what was a link once: whoever makes tokens up would use up the letters of everybody else. */
async function send(token: string, around: Around): Promise<void> {
  if ((await findSent(token, around)) === null) return
  countLetter('new-link')
  await sendNewLink(token, around)
}

export async function GET(): Promise<Response> {
  return leadOn('/review')
}
