/**
 * Loaded by `node --import` before a site: Next.js listens before it has called `register()`, and lets whoever asks
 * meanwhile wait. Node.js tells of a request only once, so those are kept here until `watchRequests` takes them.
 *
 * Plain JavaScript, because a release has it beside Node.js itself.
 */
import diagnostics from 'node:diagnostics_channel'

const channel = 'http.server.request.start'

/** @type {unknown[]} */
const early = []

/** @param {unknown} message */
const keep = (message) => void early.push(message)

function take() {
  diagnostics.unsubscribe(channel, keep)
  return early.splice(0)
}

diagnostics.subscribe(channel, keep)
Reflect.set(globalThis, Symbol.for('school-trust-website.early-requests'), take)
