/** Next.js's own name for the cookie of the draft mode. Whoever sends it need not have one that is valid. */
export const draftModeCookie = '__prerender_bypass'
