/** @type {import('next').NextConfig} */
const config = {
  cacheComponents: true,
  cacheHandler: new URL('cache-handler.ts', import.meta.url).href,
  partialPrefetching: false,
  poweredByHeader: false,
  experimental: {
    // One whole page for every unknown address, app/global-not-found.tsx.
    globalNotFound: true,
    // Pictures and data that staff upload in the local Studio pass through proxy.ts; Next.js cuts at 10 MB.
    proxyClientMaxBodySize: '64mb',
  },
  headers: async () => [
    {
      // The Studio and the lake set their own.
      source: '/((?!studio|lake/).*)',
      headers: [
        // Only the Studio frames pages: a preview in somebody else's frame could be clicked on unawares.
        {key: 'Content-Security-Policy', value: "frame-ancestors 'self'; base-uri 'none'; object-src 'none'"},
        {key: 'X-Content-Type-Options', value: 'nosniff'},
        {key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin'},
      ],
    },
  ],
}

export default config
