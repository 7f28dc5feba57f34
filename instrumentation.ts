import {answerUnreadableContentWith503} from '#sanity/lib/unavailable-status.ts'

/** Next.js calls this once, when the server starts. */
export function register(): void {
  answerUnreadableContentWith503()
}
