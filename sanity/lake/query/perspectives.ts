import {plainError, typedError} from '../errors.ts'
import {draftIdOf, isPublishedId, publishedIdOf} from '../store/document-group.ts'
import type {Dataset, Identity, LakeDocument, Perspective, Transaction} from '../types.ts'
import {View} from './view.ts'
import {isVisibleTo} from './visibility.ts'

/** More stacks of releases than anybody has open at once; the one that was not used for longest goes. */
const MAX_STACKS = 8

/** The views of a dataset. Each is made when it is first asked for and from then on follows every commit. */
export type Perspectives = {
  /** @throws LakeError 401 when an anonymous reader asks for drafts or releases, 400 for nonsense. */
  view(perspective: Perspective, identity: Identity): View
  /** Whether the perspective shows one version of a document in place of another. @throws LakeError 400 */
  hidesVersions(perspective: Perspective): boolean
  /** The other versions of a document: what a change of it may hide or reveal. */
  versionsOf(documentId: string): LakeDocument[]
}

/** A view and the rule that keeps it: called with the id of each document that changed. */
type KeptView = {view: View; refresh(documentId: string): void}

export function createPerspectives(dataset: Dataset): Perspectives {
  const {documents} = dataset
  /** Drafts and versions by the id of the published document. */
  const versionIds = new Map<string, Set<string>>()
  const kept = new Map<string, KeptView>()

  const noteVersion = (id: string) => {
    const publishedId = publishedIdOf(id)
    if (id === publishedId) return
    const ids = versionIds.get(publishedId) ?? new Set()
    if (documents.has(id)) ids.add(id)
    else ids.delete(id)
    if (ids.size > 0) versionIds.set(publishedId, ids)
    else versionIds.delete(publishedId)
  }
  for (const id of documents.keys()) noteVersion(id)

  dataset.subscribe((transaction: Transaction) => {
    for (const {documentId} of transaction.changes) {
      noteVersion(documentId)
      for (const {refresh} of kept.values()) refresh(documentId)
    }
  })

  const keep = (name: string, make: () => KeptView): View => {
    const known = kept.get(name)
    const found = known ?? make()
    if (known) kept.delete(name)
    else for (const id of documents.keys()) found.refresh(id)
    kept.set(name, found)
    const stacks = [...kept.keys()].filter((key) => key.startsWith('stack:'))
    for (const surplus of stacks.slice(0, -MAX_STACKS)) kept.delete(surplus)
    return found.view
  }

  return {
    view(perspective, identity) {
      const layers = layersOf(perspective)
      if (layers === 'raw' || layers.length === 0) {
        if (identity.kind === 'anonymous') {
          return keep('public', () => selectedView(documents, (id) => isVisibleTo(identity, id)))
        }
        return layers === 'raw'
          ? keep('raw', () => selectedView(documents, () => true))
          : keep('published', () => selectedView(documents, isPublishedId))
      }
      if (identity.kind === 'anonymous') {
        throw plainError(401, 'Unauthorized', 'Drafts and releases can be read only with a token')
      }
      return keep(`stack:${layers.join(',')}`, () => stackView(documents, layers))
    },
    hidesVersions(perspective) {
      const layers = layersOf(perspective)
      return layers !== 'raw' && layers.length > 0
    },
    versionsOf(documentId) {
      const publishedId = publishedIdOf(documentId)
      const ids = [publishedId, ...(versionIds.get(publishedId) ?? [])]
      return ids.map((id) => documents.get(id)).filter((document) => document !== undefined)
    },
  }
}

/** The layers above the published documents, top first, or `raw`. @throws LakeError 400 */
function layersOf(perspective: Perspective): 'raw' | string[] {
  const given = typeof perspective === 'string' ? [perspective] : perspective
  const names = given.map((name) => (name === 'previewDrafts' ? 'drafts' : name))
  if (names.length === 1 && names[0] === 'raw') return 'raw'
  if (names.length === 0 || names.includes('raw') || !names.every((name) => /^[\w-]+$/.test(name))) {
    throw typedError(400, 'invalidPerspective', `Invalid perspective: ${names.join(',') || '(empty)'}`)
  }
  return names.filter((name) => name !== 'published')
}

/** Documents as they are stored, those whose id passes. */
function selectedView(
  documents: ReadonlyMap<string, LakeDocument>,
  passes: (id: string) => boolean,
): KeptView {
  const view = new View()
  return {
    view,
    refresh: (id) => {
      if (passes(id)) view.set(id, documents.get(id) ?? null)
    },
  }
}

/** One document per published id: the topmost layer that has it, under the published id. */
function stackView(documents: ReadonlyMap<string, LakeDocument>, layers: string[]): KeptView {
  const view = new View()
  const allLayers = [...layers, 'published']
  return {
    view,
    refresh: (changedId) => {
      const id = publishedIdOf(changedId)
      view.set(id, topmost(documents, id, allLayers))
    },
  }
}

function topmost(
  documents: ReadonlyMap<string, LakeDocument>,
  publishedId: string,
  layers: string[],
): LakeDocument | null {
  for (const layer of layers) {
    const document = documents.get(idInLayer(publishedId, layer))
    if (!document) continue
    // A version that a release will unpublish stands for the absence of the document.
    if (layer !== 'published' && marksDeletion(document)) return null
    return {...document, _id: publishedId, _originalId: document._id}
  }
  return null
}

function idInLayer(publishedId: string, layer: string): string {
  if (layer === 'published') return publishedId
  return layer === 'drafts' ? draftIdOf(publishedId) : `versions.${layer}.${publishedId}`
}

function marksDeletion({_system: system}: LakeDocument): boolean {
  return typeof system === 'object' && system !== null && !Array.isArray(system) && system.delete === true
}
