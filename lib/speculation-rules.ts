/**
 * Pages of the site are fetched when a visitor points at their link or puts a finger on it ("moderate"). Not the
 * Studio, what makes something happen, nor what is made for one request.
 * Format: https://developer.mozilla.org/docs/Web/API/Speculation_Rules_API
 */
export const speculationRules = {
  prefetch: [
    {
      source: 'document',
      where: {
        and: [
          {href_matches: '/*'},
          ...['/studio*', '/studio/*', '/api/*', '/lake/*', '/search*', '/outbox*'].map((address) => ({
            not: {href_matches: address},
          })),
        ],
      },
      eagerness: 'moderate',
    },
  ],
}
