/** What is wrong with an address on this site that a redirect starts from or leads to, or null. */
export function sitePathProblem(path: string | undefined): string | null {
  if (!path) return null
  if (!path.startsWith('/') || path.startsWith('//'))
    return 'An address on this site starts with one slash: /old-page.'
  // A browser takes “\\” for a slash: /\\other.example leads to another site.
  if (/[\s?#\\]/.test(path)) return 'Leave out spaces, “?”, “#” and “\\”.'
  if (path.length > 1 && path.endsWith('/')) return 'Leave out the slash at the end.'
  return null
}

/** What is wrong with a redirect as a whole, or null. */
export function redirectProblem(redirect: {from?: unknown; to?: unknown}): string | null {
  if (!redirect.from || !redirect.to) return null
  return redirect.from === redirect.to ? 'A redirect that leads to itself never arrives.' : null
}
