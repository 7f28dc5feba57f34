/** The Studio, what makes something happen, and what is made for one request. */
const notAhead = [
  '/studio*',
  '/studio/*',
  '/api/*',
  '/lake/*',
  '/search*',
  '/outbox*',
  // The list of all schools is the same for everybody; what was asked of it is not.
  '/schools\\?*=*',
]

/**
 * Pages of the site are fetched when a visitor points at their link or puts a finger on it ("moderate").
 * Format: https://developer.mozilla.org/docs/Web/API/Speculation_Rules_API
 */
export const speculationRules = {
  prefetch: [
    {
      source: 'document',
      where: {
        and: [{href_matches: '/*'}, ...notAhead.map((address) => ({not: {href_matches: address}}))],
      },
      eagerness: 'moderate',
    },
  ],
}
