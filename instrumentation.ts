/** Next.js calls this once for each of its runtimes, when the server starts. */
export async function register(): Promise<void> {
  // The development server has pages of its own for what fails, and takes messages of its own.
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NODE_ENV === 'development') return
  const {watchRequests} = await import('#sanity/lib/requests/begin.ts')
  const {unavailableDocument} = await import('#components/page/unavailable-document.ts')
  watchRequests(unavailableDocument())
}
