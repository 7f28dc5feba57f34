/** Next.js calls this once for each of its runtimes, when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const {watchRequests} = await import('#sanity/lib/requests/begin.ts')
  // The development server has pages of its own for what fails, and takes messages of its own.
  if (process.env.NODE_ENV === 'development') return void watchRequests(null)
  const {takeOverConsole} = await import('#lib/log/console.ts')
  takeOverConsole()
  const {failureDocuments} = await import('#components/page/failure-documents.ts')
  const {readDraftKey} = await import('#sanity/lib/requests/draft-key.ts')
  watchRequests({documents: failureDocuments(), draftKey: readDraftKey(process.cwd())})
  const {rememberBuild} = await import('#sanity/lib/health.ts')
  rememberBuild()
  const {leaveInOrder} = await import('#sanity/lib/requests/leave.ts')
  leaveInOrder()
  const [{env}, {keepUp}] = await Promise.all([import('#lib/env.ts'), import('#sanity/lib/sharing/begin.ts')])
  await keepUp(env())
  const {keepComparing} = await import('#sanity/lib/revalidation/keep-comparing.ts')
  keepComparing()
  const {keepReminding} = await import('#sanity/sign-off/keep-reminding.ts')
  keepReminding()
}
