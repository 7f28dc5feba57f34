import {createHash} from 'node:crypto'
import type {ContentSource} from '#lib/env.ts'

/** What the Studio's build leaves open: it reads this from `window.__studio` when it starts. */
export type StudioConfiguration = {
  projectId: string
  dataset: string
  /** Path of the embedded lake on the site's own origin, or null with the hosted Content Lake. */
  lakePath: '/lake' | null
}

export function studioConfiguration({kind, projectId, dataset}: ContentSource): StudioConfiguration {
  return {projectId, dataset, lakePath: kind === 'local' ? '/lake' : null}
}

/**
 * Puts the run-time configuration into the built index.html, before every other script.
 * @throws Error when the page has no head to put it into
 */
export function withConfiguration(html: string, configuration: StudioConfiguration): string {
  // A "<" in JSON may end the script element early; its escape means the same to JavaScript.
  const json = JSON.stringify(configuration).replaceAll('<', '\\u003c')
  const made = html.replace(/<head[^>]*>/, (head) => `${head}<script>window.__studio=${json}</script>`)
  if (made === html) throw new Error('The Studio’s index.html has no head: build the Studio again.')
  return made
}

/**
 * The Content-Security-Policy of the Studio's page. Locally nothing leaves this origin, which also stops the
 * Studio's own few probes of the internet; hosted, Sanity's hosts are added. Inline scripts are let in by hash.
 */
export function studioPolicy(html: string, {kind}: ContentSource): string {
  const hosted = kind === 'hosted'
  const sanityHosts = hosted ? ['https://*.sanity.io', 'wss://*.sanity.io', 'https://sanity-cdn.com'] : []
  return Object.entries({
    'default-src': ["'self'"],
    'connect-src': ["'self'", ...sanityHosts],
    'img-src': ["'self'", 'data:', 'blob:', ...(hosted ? ['https:'] : [])],
    'font-src': ["'self'", 'data:', ...(hosted ? ['https://*.sanity.io'] : [])],
    'style-src': ["'self'", "'unsafe-inline'"],
    'script-src': ["'self'", ...inlineScriptHashes(html)],
    'worker-src': ["'self'", 'blob:'],
    'frame-src': ["'self'"],
    'frame-ancestors': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
  })
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ')
}

function inlineScriptHashes(html: string): string[] {
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
}
