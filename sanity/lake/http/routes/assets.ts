import {requireWriter} from '../../access/permissions.ts'
import type {DatasetRegistry} from '../../datasets.ts'
import {plainError} from '../../errors.ts'
import type {LakeAnswer, LakeRequest} from '../exchange.ts'
import {type Route, route} from '../router.ts'

type Kind = 'image' | 'file'

/** Bytes of one upload. */
const uploadLimit = 50 * 1024 * 1024

/** `POST /assets/images/:dataset` and `POST /assets/files/:dataset`: the body is the asset itself. */
export function uploadRoutes(datasets: DatasetRegistry): Route[] {
  return (['image', 'file'] as const).map((kind) =>
    route('POST', `/assets/${kind}s/:dataset`, (request) => upload(datasets, kind, request)),
  )
}

async function upload(datasets: DatasetRegistry, kind: Kind, request: LakeRequest): Promise<LakeAnswer> {
  const {assets} = datasets.require(request.parameter('dataset'))
  const {userId} = requireWriter(request.identity)
  const {query, headers} = request
  const text = (name: string) => query.get(name) ?? undefined
  const source = {id: text('sourceId'), name: text('sourceName'), url: text('sourceUrl')}
  const extract = [...query.getAll('meta'), ...query.getAll('meta[]')]
  const document = await assets.upload({
    kind,
    bytes: await request.readBytes(uploadLimit),
    contentType: headers['content-type'],
    filename: text('filename'),
    title: text('title'),
    label: text('label'),
    description: text('description'),
    creditLine: text('creditLine'),
    ...(source.id === undefined && source.name === undefined ? {} : {source}),
    ...(extract.length > 0 ? {extract} : {}),
    author: userId,
  })
  return {json: {document}}
}

/** `GET /images/:project/:dataset/…` and `GET /files/…`: what hosted Sanity serves from its CDN. */
export function assetRoutes(datasets: DatasetRegistry): Route[] {
  return (['image', 'file'] as const).map((kind) =>
    route('GET', `/${kind}s/:project/:dataset/*name`, async ({parameter, query, headers}) => {
      const found = datasets.find(parameter('dataset'))
      if (!found) throw plainError(404, 'Not Found', 'Asset not found')
      return found.assets.serve({
        kind,
        path: [parameter('project'), parameter('dataset'), parameter('name')].join('/'),
        query,
        accept: headers.accept,
        ifNoneMatch: headers['if-none-match'],
      })
    }),
  )
}
