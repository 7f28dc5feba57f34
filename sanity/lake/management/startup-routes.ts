import type {OriginPolicy} from '../access/origins.ts'
import type {LakeRequest} from '../http/exchange.ts'
import {type Route, route} from '../http/router.ts'
import type {JsonValue} from '../types.ts'

/**
 * What the Studio asks when it starts and after a failed request, and what a lake on one machine has to say
 * about it: nothing. An error instead would show up in the browser's console.
 */
export function startupRoutes(origins: OriginPolicy): Route[] {
  const nothing = (pattern: string, json: JsonValue, method = 'GET') => route(method, pattern, () => ({json}))
  return [
    nothing('/ping', {ok: true}),
    nothing('/data/ping', {ok: true}),
    nothing('/data/ping/:dataset', {ok: true}),
    route('GET', '/check/cors', (request) => ({json: {result: checkCors(origins, request)}})),
    nothing('/features', []),
    nothing('/help', null),
    nothing('/subscriptions/project/:project', null),
    nothing('/journey/*topic', null),
    route('POST', '/journey/*topic', () => ({status: 204, body: null})),
    nothing('/intake/telemetry-status', {status: 'denied'}),
    route('POST', '/intake/batch', () => ({status: 204, body: null})),
    nothing('/intake/feedback', {enabled: false}),
    nothing('/schedules/:project/:dataset', {schedules: []}),
    nothing('/access/requests/me', []),
    nothing('/data/references/:dataset/documents/:id/to', {totalCount: 0, references: []}),
    nothing('/projects/:project/datasets/:dataset/settings/embeddings', {enabled: false}),
    nothing('/projects/:project/new-content-release-allowed', true),
  ]
}

/** Same-origin requests carry no `Origin`, and nothing keeps them from reading the answer. */
function checkCors(origins: OriginPolicy, {headers}: LakeRequest): JsonValue {
  const allowed = headers.origin === undefined || origins.isAllowed(headers.origin)
  return {allowed, withCredentials: allowed}
}
