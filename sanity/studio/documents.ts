import type {DocumentActionComponent, DocumentActionsContext, Template, TemplateItem} from 'sanity'
import {linkCheckType} from '#lib/link-checks.ts'
import {isSignOffType, signOffTypes} from '#lib/sign-off/types.ts'
import {duplicateAsCopy} from './duplicate.ts'

/** The one document of settings; also its id. */
export const settingsType = 'siteSettings'

/** The template that a private proof starts from; it names the testimonial. */
export const proofTemplate = 'testimonialProof-of-testimonial'

/** Types that staff never create from a menu: one exists already, one belongs to a testimonial, one is a command’s. */
const notCreatedFromMenus: readonly string[] = [
  settingsType,
  'testimonialProof',
  linkCheckType,
  ...Object.values(signOffTypes),
]

/** Actions that make sense for the settings: they are neither deleted, nor taken down, nor doubled. */
const settingsActions: readonly (string | undefined)[] = ['publish', 'discardChanges', 'restore']

/**
 * Takes away what would do harm, and gives a copy a name of its own. A private proof is not duplicated, because the copy would get an id
 * that anonymous readers can see.
 */
export function documentActions(
  actions: DocumentActionComponent[],
  {schemaType}: Pick<DocumentActionsContext, 'schemaType'>,
): DocumentActionComponent[] {
  if (schemaType === settingsType) return actions.filter(({action}) => settingsActions.includes(action))
  if (schemaType === linkCheckType || isSignOffType(schemaType)) return []
  if (schemaType === 'testimonialProof') return actions.filter(({action}) => action !== 'duplicate')
  return actions.map((action) => (action.action === 'duplicate' ? duplicateAsCopy(action) : action))
}

/** The entries of “create new”, wherever it appears. */
export function newDocumentOptions(items: TemplateItem[]): TemplateItem[] {
  return items.filter(
    ({templateId}) => !notCreatedFromMenus.includes(templateId) && templateId !== proofTemplate,
  )
}

/** Templates of new documents: the Studio's own for each type, and a private proof of a given testimonial. */
export function templates(existing: Template[]): Template[] {
  const proofOfTestimonial: Template<{testimonialId: string}> = {
    id: proofTemplate,
    title: 'Private proof',
    schemaType: 'testimonialProof',
    parameters: [{name: 'testimonialId', type: 'string'}],
    value: ({testimonialId}: {testimonialId: string}) => ({
      testimonial: {_type: 'reference', _ref: testimonialId, _weak: true},
    }),
  }
  return [...existing.filter(({id}) => !notCreatedFromMenus.includes(id)), proofOfTestimonial]
}
