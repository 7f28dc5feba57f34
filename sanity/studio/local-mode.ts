import {LocalNavbar} from './local-navbar.tsx'

/**
 * What the Studio is told when it works on the embedded lake.
 * @param lakePath - path of the lake on the site's own origin, such as `/lake`
 */
export function localMode(lakePath: string) {
  snoozeProtocolNotice()
  return {
    apiHost: `${window.location.origin}${lakePath}`,
    // There is one local editor, who is signed in without a question.
    auth: {loginMethod: 'token' as const, redirectOnSingle: true},
    // What needs Sanity's hosted services stays out of sight.
    announcements: {enabled: false},
    mediaLibrary: {enabled: false},
    releases: {enabled: false},
    scheduledDrafts: {enabled: false},
    scheduledPublishing: {enabled: false},
    tasks: {enabled: false},
    studio: {components: {navbar: LocalNavbar}},
  }
}

/**
 * The Studio warns that HTTP/1.1 limits connections. Here listeners share one WebSocket, so the notice
 * would only worry staff. Browsers that refuse storage show it.
 */
function snoozeProtocolNotice() {
  try {
    window.sessionStorage.setItem('sanity-studio.network.check.snooze', new Date().toISOString())
  } catch {
    // Without storage the notice appears, which does no harm.
  }
}
