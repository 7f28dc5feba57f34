import {actionError, type LakeError} from '../errors.ts'
import type {Action, DocumentStub, JsonObject, JsonValue} from '../types.ts'
import {isPublishedId, publishedIdOf} from './document-group.ts'
import {isDocumentId} from './document-id.ts'

/** Reads the fields of one action, which come from outside. Each method throws LakeError 400 for what it cannot take. */
export class ActionFields {
  readonly #action: Action
  readonly #index: number

  constructor(action: Action, index: number) {
    this.#action = action
    this.#index = index
  }

  refuse(description: string): LakeError {
    return actionError(400, 'validationError', `${this.#action.actionType}: ${description}`, this.#index)
  }

  optionalText(name: string): string | undefined {
    const value = this.#action[name]
    if (value === undefined || value === null) return undefined
    if (typeof value !== 'string') throw this.refuse(`"${name}" must be a text`)
    return value
  }

  publishedId(): string {
    const id = this.documentId('publishedId')
    if (!isPublishedId(id))
      throw this.refuse(`"publishedId" must not be the id of a draft or version, as "${id}" is`)
    return id
  }

  /** The name of a release. */
  releaseId(): string {
    const name = this.#action.releaseId
    if (typeof name === 'string' && /^[A-Za-z0-9_][A-Za-z0-9_-]*$/.test(name)) return name
    throw this.refuse('"releaseId" must be the name of a release: letters, digits, "_" and "-"')
  }

  /** The id of a draft or of a version in a release. */
  versionId(name: string, publishedId?: string): string {
    return this.#checkVersionId(this.documentId(name), name, publishedId)
  }

  /** A whole draft or version, with its id and type. */
  version(name: string, publishedId?: string): DocumentStub & {_id: string} {
    const document = this.object(name)
    if (typeof document._type !== 'string' || typeof document._id !== 'string') {
      throw this.refuse(`"${name}" must be a document with "_id" and "_type"`)
    }
    const _id = this.#checkVersionId(document._id, `${name}._id`, publishedId)
    return {...document, _id, _type: document._type}
  }

  object(name: string): JsonObject {
    const value = this.#action[name]
    if (!isObject(value)) throw this.refuse(`"${name}" must be an object`)
    return value
  }

  /** One of the choices; the first one if the field is missing. */
  choice<Choice extends string>(name: string, choices: [Choice, ...Choice[]]): Choice {
    const value = this.#action[name] ?? choices[0]
    const chosen = choices.find((choice) => choice === value)
    if (chosen === undefined) throw this.refuse(`"${name}" must be one of ${choices.join(', ')}`)
    return chosen
  }

  /** Ids of drafts and versions; none if the field is missing. */
  versionIds(name: string, publishedId: string): string[] {
    const value = this.#action[name] ?? []
    if (!Array.isArray(value)) throw this.refuse(`"${name}" must be an array of document ids`)
    return value.map((id) => this.#checkVersionId(id, name, publishedId))
  }

  has(name: string): boolean {
    return this.#action[name] !== undefined
  }

  documentId(name: string): string {
    return this.#checkId(this.#action[name], name)
  }

  #checkId(id: JsonValue | undefined, name: string): string {
    if (typeof id !== 'string' || !isDocumentId(id))
      throw this.refuse(`"${name}" must be the id of a document`)
    return id
  }

  #checkVersionId(value: JsonValue, name: string, publishedId?: string): string {
    const id = this.#checkId(value, name)
    if (isPublishedId(id))
      throw this.refuse(`"${name}" must start with "drafts." or "versions.", unlike "${id}"`)
    if (publishedId !== undefined && publishedIdOf(id) !== publishedId) {
      throw this.refuse(`"${name}" is "${id}", which is no version of "${publishedId}"`)
    }
    return id
  }
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
