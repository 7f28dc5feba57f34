/** Next.js calls this once for each of its runtimes, when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const {answerUnreadableContentWith503} = await import('#sanity/lib/unavailable-status.ts')
  answerUnreadableContentWith503()
}
