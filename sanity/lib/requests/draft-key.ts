import {readFileSync} from 'node:fs'
import type {IncomingHttpHeaders} from 'node:http'
import path from 'node:path'
import {draftModeCookie} from '#lib/draft-mode-cookie.ts'
import {isFields} from '../parse.ts'

/**
 * What the cookie of whoever previews drafts holds. Next.js makes it anew with each build, and keeps it beside what it
 * built.
 * @param folder - of the site
 * @throws Error when the site has not been built
 */
export function readDraftKey(folder: string): string {
  const manifest: unknown = JSON.parse(
    readFileSync(path.join(folder, '.next/prerender-manifest.json'), 'utf8'),
  )
  const preview = isFields(manifest) && isFields(manifest.preview) ? manifest.preview : null
  if (typeof preview?.previewModeId !== 'string')
    throw new Error('The build does not say who may preview drafts.')
  return preview.previewModeId
}

/** Whether somebody who may preview drafts asks; anybody can send a cookie of that name. */
export function isPreview({cookie = ''}: IncomingHttpHeaders, draftKey: string): boolean {
  return cookie.split(';').some((part) => part.trim() === `${draftModeCookie}=${draftKey}`)
}
