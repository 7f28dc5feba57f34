import {PHASE_PRODUCTION_BUILD} from 'next/constants.js'

/** @type {import('next').NextConfig} */
const config = {
  cacheComponents: true,
  cacheHandler: new URL('cache-handler.ts', import.meta.url).href,
  partialPrefetching: false,
  poweredByHeader: false,
  // The first argument of the form's function is what somebody wrote.
  logging: {serverFunctions: false},
  experimental: {
    // One style sheet for a page, with some rules that it does not need, comes sooner than three.
    cssChunking: {type: 'graph', requestCost: 100_000},
    serverActions: {
      // As much as lib/form-post.ts lets through.
      bodySizeLimit: '256kb',
      // Behind a web server that calls this one by another name.
      allowedOrigins: process.env.SITE_URL ? [new URL(process.env.SITE_URL).host] : [],
    },
    // One whole page for every unknown address, app/global-not-found.tsx.
    globalNotFound: true,
    // Pictures and data that staff upload in the local Studio pass through proxy.ts; Next.js cuts at 10 MB.
    proxyClientMaxBodySize: '64mb',
  },
}

/**
 * A build leaves beside its pages what a server without this project needs (see `scripts/release.ts`), which costs half
 * a second. Next.js warns of that when it starts a site from the project itself, where it makes no difference.
 * @param {string} phase
 * @returns {import('next').NextConfig}
 */
export default function configure(phase) {
  return phase === PHASE_PRODUCTION_BUILD ? {...config, output: 'standalone'} : config
}
