import {BlockquoteIcon} from '@sanity/icons/Blockquote'
import {CogIcon} from '@sanity/icons/Cog'
import {LockIcon} from '@sanity/icons/Lock'
import type {StructureBuilder, StructureResolver} from 'sanity/structure'
import {proofIdOf} from '#lib/testimonials.ts'
import {proofTemplate, settingsType} from './documents.ts'

/**
 * Each testimonial opens its own private proof, whose id follows from the testimonial's. So there is
 * one proof for each, and it is made by opening it.
 */
function privateProofs(S: StructureBuilder) {
  return S.documentTypeList('testimonial')
    .id('private-proof')
    .title('Private proof')
    .canHandleIntent(() => false)
    .initialValueTemplates([])
    .child((testimonialId) =>
      S.document()
        .schemaType('testimonialProof')
        .documentId(proofIdOf(testimonialId))
        .initialValueTemplate(proofTemplate, {testimonialId})
        .title('Private proof'),
    )
}

/** The menu of contents: what staff come to do, most frequent first. */
export const structure: StructureResolver = (S) =>
  S.list()
    .title('Content')
    .items([
      S.documentTypeListItem('page').title('Pages'),
      S.documentTypeListItem('school').title('Schools'),
      S.listItem()
        .id('testimonials')
        .title('Testimonials')
        .icon(BlockquoteIcon)
        .child(
          S.list()
            .title('Testimonials')
            .items([
              S.documentTypeListItem('testimonial').title('What visitors read'),
              S.listItem().id('private-proof').title('Private proof').icon(LockIcon).child(privateProofs(S)),
            ]),
        ),
      S.documentTypeListItem('benefitClaim').title('Benefit claims'),
      S.documentTypeListItem('resource').title('Resources'),
      S.divider(),
      S.documentTypeListItem('redirect').title('Redirects'),
      S.listItem()
        .id(settingsType)
        .title('Settings')
        .icon(CogIcon)
        .child(S.document().schemaType(settingsType).documentId(settingsType).title('Settings')),
    ])
