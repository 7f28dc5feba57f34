import type {SanityClient} from '@sanity/client'
import {isDraftId, isVersionId, pathToString, type SanityDocument} from 'sanity'
import {recordTypes} from '#sanity/register/import-records.ts'
import {heldBackCode} from '#sanity/schema/checked-by.ts'
import {ContentProblem, reasonOf} from '../problem.ts'
import {type CheckedDocument, type ContentReport, type Finding, type Kept, makeReport} from './findings.ts'
import {inOrderOfForm, placeInWords, titleOf} from './place.ts'
import {createStudioRules, type Markers, type StudioRules} from './studio-rules.ts'

/** Documents that are checked at the same time; most of a check is waiting for the lake. */
const atOnce = 10

/**
 * Checks documents, drafts and published ones, with the Studio's own validation.
 * @param documents - all of the dataset, as `readDocuments` answers them
 * @param client - may read everything; rules ask it about other documents
 * @param onProgress - called with the number of documents that have been checked, and of all that are
 * @throws ContentProblem when the dataset cannot be read any more
 */
export async function checkContent(
  documents: SanityDocument[],
  client: SanityClient,
  onProgress: (checked: number, all: number) => void,
): Promise<ContentReport> {
  const ids = new Set(documents.map(({_id}) => _id))
  const rules = await createStudioRules(connectionOf(client))
  const results: CheckedDocument[] = []
  const content = documents.filter(({_type}) => !isOfSanity(_type) && !isRecord(_type))
  const waiting = content.entries()
  let checked = 0
  const work = async () => {
    for (const [at, document] of waiting) {
      const markers = await markersOf(document, rules, (id) => ids.has(id))
      if (markers?.some(({code}) => code === 'validation.exception')) await requireAnswer(client)
      results[at] = withFindings(document, markers, rules)
      checked += 1
      onProgress(checked, content.length)
    }
  }
  await Promise.all(Array.from({length: atOnce}, work))
  return makeReport(results)
}

/** Whether documents of a type are Sanity's own and no content: assets, releases, groups of users. */
const isOfSanity = (type: string) => /^(?:sanity|system)\./.test(type)

/** Whether documents of a type are what an import of schools keeps about itself. */
const isRecord = (type: string) => Object.values<string>(recordTypes).includes(type)

function connectionOf(client: SanityClient) {
  const {projectId, dataset, apiVersion, apiHost, useProjectHostname, token} = client.config()
  return {projectId, dataset, apiVersion, apiHost, useProjectHostname, token}
}

/** What the Studio says of a document; null when it has no form for its type. */
async function markersOf(document: SanityDocument, rules: StudioRules, exists: (id: string) => boolean) {
  return rules.schema.has(document._type) ? await rules.check(document, exists) : null
}

/** A rule that asks about other documents fails with the connection, and then says nothing about the document. */
async function requireAnswer(client: SanityClient): Promise<void> {
  try {
    await client.fetch('count(*[_id == "siteSettings"])', {}, {tag: 'content.check'})
  } catch (error) {
    throw new ContentProblem(`The content could not be checked to the end: ${reasonOf(error)}`)
  }
}

function withFindings(
  document: SanityDocument,
  markers: Markers | null,
  {schema}: StudioRules,
): CheckedDocument {
  const {_id: id, _type: type} = document
  const isDraft = isDraftId(id) || isVersionId(id)
  const finding = ({level, message, path, code}: Markers[number]): Finding => ({
    level,
    message,
    field: placeInWords(path, document, schema),
    path: path.length === 0 ? '' : pathToString(path),
    keptFromVisitors: level === 'error' ? reasonToKeep(code) : null,
  })
  const reasonToKeep = (code: string): Kept => {
    if (isDraft) return 'draft'
    if (id.includes('.')) return 'private'
    return code === heldBackCode ? 'held back' : null
  }
  return {
    id,
    type,
    typeTitle: schema.get(type)?.title ?? type,
    title: titleOf(document, schema),
    state: isDraft ? 'draft' : 'published',
    findings: markers === null ? [unknownType(type)] : inOrderOfForm(markers, document, schema).map(finding),
  }
}

function unknownType(type: string): Finding {
  const message = `The website knows no documents of the type “${type}”: neither staff nor visitors see this one. Delete it, or bring its type back.`
  return {level: 'warning', message, field: '', path: '', keptFromVisitors: null}
}
