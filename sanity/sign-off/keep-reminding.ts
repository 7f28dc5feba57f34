import {env} from '#lib/env.ts'
import {errorFields} from '#lib/log/error-fields.ts'
import {log} from '#lib/log/log.ts'
import {timeZone} from '#lib/sign-off/moment.ts'
import {forgetOldAnswers} from './kept-answer.ts'
import {remindReviewers} from './remind.ts'
import {siteKeys, siteSignOff} from './site.ts'

/** How often the site looks whether somebody is to be reminded, and how long after its start for the first time. */
const everyMs = 30 * 60_000
const firstMs = 60_000

/** Hours of the day in which people are reminded: from the first to before the last. */
const [fromHour, toHour] = [8, 18]

/**
 * Reminds people as long as the site runs, and takes away what somebody typed and never sent. A site without sign-off has
 * neither.
 */
export function keepReminding(): void {
  if (siteKeys() === null || env().writeToken === null) return
  const look = async () => {
    await forgetOldAnswers(await siteSignOff(), Date.now())
    const hour = Number(
      new Intl.DateTimeFormat('en-GB', {timeZone, hour: '2-digit', hourCycle: 'h23'}).format(new Date()),
    )
    if (hour >= fromHour && hour < toHour) await remindReviewers(await siteSignOff())
  }
  const lookAgain = () =>
    look().catch((error: unknown) => log.error('sign-off', 'Nobody could be reminded.', errorFields(error)))
  setTimeout(() => void lookAgain(), firstMs).unref()
  setInterval(() => void lookAgain(), everyMs).unref()
}
