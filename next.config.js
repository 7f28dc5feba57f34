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
}

export default config
