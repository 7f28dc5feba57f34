import type {DocumentActionComponent} from 'sanity'
import {documentActions, newDocumentOptions, proofTemplate, templates} from './documents.ts'

type Action = NonNullable<DocumentActionComponent['action']>
const names: Action[] = ['publish', 'unpublish', 'discardChanges', 'duplicate', 'delete', 'restore']
const actions: DocumentActionComponent[] = names.map((action) => Object.assign(() => null, {action}))
const left = (schemaType: string) => documentActions(actions, {schemaType}).map(({action}) => action)

describe('documentActions', () => {
  it('neither deletes nor doubles nor takes down the settings', () => {
    expect(left('siteSettings')).toEqual(['publish', 'discardChanges', 'restore'])
  })

  it('does not duplicate a private proof, whose copy anonymous readers could see', () => {
    expect(left('testimonialProof')).toEqual(names.filter((name) => name !== 'duplicate'))
  })

  it('lets nobody change what a command found out about links', () => {
    expect(left('linkCheck')).toEqual([])
  })

  it('leaves other documents alone', () => {
    expect(left('page')).toEqual(names)
  })
})

it('offers neither settings nor a private proof nor a check of a link for a new document', () => {
  const items = ['page', 'siteSettings', 'testimonialProof', 'linkCheck', proofTemplate, 'school'].map(
    (templateId) => ({
      id: templateId,
      templateId,
      type: 'initialValueTemplateItem' as const,
      schemaType: templateId,
    }),
  )
  expect(newDocumentOptions(items).map(({templateId}) => templateId)).toEqual(['page', 'school'])
})

it('begins a private proof with its testimonial, weakly, so that the proof can be published first', () => {
  const made = templates([]).find(({id}) => id === proofTemplate)
  const value =
    typeof made?.value === 'function' ? made.value({testimonialId: 'testimonial-family'}, {}) : null
  expect(value).toEqual({testimonial: {_type: 'reference', _ref: 'testimonial-family', _weak: true}})
})
