import {requirePerspective} from '../../access/permissions.ts'
import type {DatasetRegistry} from '../../datasets.ts'
import {plainError} from '../../errors.ts'
import type {JsonObject, JsonValue} from '../../types.ts'
import type {LakeAnswer, LakeRequest} from '../exchange.ts'
import {parsePerspective, parseQueryParameters} from '../query-parameters.ts'
import {type Route, route} from '../router.ts'

/** `GET` and `POST /data/query/:dataset`: https://www.sanity.io/docs/http-reference/query */
export function queryRoutes(datasets: DatasetRegistry): Route[] {
  return [
    route('GET', '/data/query/:dataset', (request) => {
      const query = request.query.get('query')
      if (query === null) throw plainError(400, 'Bad Request', 'The parameter "query" is missing')
      return answerQuery(datasets, request, {query, params: parseQueryParameters(request.query)})
    }),
    route('POST', '/data/query/:dataset', async (request) => {
      return answerQuery(datasets, request, parsePosted(await request.readJson()))
    }),
  ]
}

type Asked = {query: string; params: JsonObject}

async function answerQuery(
  datasets: DatasetRegistry,
  request: LakeRequest,
  asked: Asked,
): Promise<LakeAnswer> {
  const {engine} = datasets.require(request.parameter('dataset'))
  const perspective = parsePerspective(request.query.get('perspective'), request.version)
  requirePerspective(request.identity, perspective)
  const started = performance.now()
  const {result, syncTags, resultSourceMap} = await engine.query({
    ...asked,
    perspective,
    identity: request.identity,
    resultSourceMap: ['true', 'withKeyArraySelector'].includes(request.query.get('resultSourceMap') ?? ''),
  })
  const returnsQuery = request.query.get('returnQuery') !== 'false'
  return {
    headers: {'cache-control': 'no-store'},
    json: {
      ...(returnsQuery ? {query: asked.query} : {}),
      result,
      syncTags,
      ...(resultSourceMap ? {resultSourceMap} : {}),
      ms: Math.round(performance.now() - started),
    },
  }
}

function parsePosted(body: JsonValue): Asked {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    const {query, params = {}} = body
    if (
      typeof query === 'string' &&
      typeof params === 'object' &&
      params !== null &&
      !Array.isArray(params)
    ) {
      return {query, params}
    }
  }
  throw plainError(400, 'Bad Request', 'Send {"query": "…", "params": {…}}')
}
