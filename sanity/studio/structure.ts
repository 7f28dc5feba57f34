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
    .defaultOrdering([{field: 'attribution.text', direction: 'asc'}])
    .initialValueTemplates([])
    .child((testimonialId) =>
      S.document()
        .schemaType('testimonialProof')
        .documentId(proofIdOf(testimonialId))
        .initialValueTemplate(proofTemplate, {testimonialId})
        .title('Private proof'),
    )
}

/** A list of all documents of a type, which starts in the order in which staff look for them. */
function listOf(S: StructureBuilder, type: string, title: string, orderedBy: string) {
  return S.documentTypeListItem(type)
    .title(title)
    .child(
      S.documentTypeList(type)
        .title(title)
        .defaultOrdering([{field: orderedBy, direction: 'asc'}]),
    )
}

/** The menu of contents: what staff come to do, most frequent first. */
export const structure: StructureResolver = (S) =>
  S.list()
    .title('Content')
    .items([
      listOf(S, 'page', 'Pages', 'slug.current'),
      listOf(S, 'school', 'Schools', 'name'),
      S.listItem()
        .id('testimonials')
        .title('Testimonials')
        .icon(BlockquoteIcon)
        .child(
          S.list()
            .title('Testimonials')
            .items([
              listOf(S, 'testimonial', 'What visitors read', 'attribution.text'),
              S.listItem().id('private-proof').title('Private proof').icon(LockIcon).child(privateProofs(S)),
            ]),
        ),
      listOf(S, 'benefitClaim', 'Benefit claims', 'statement'),
      listOf(S, 'resource', 'Resources', 'title'),
      S.divider(),
      listOf(S, 'redirect', 'Redirects', 'from'),
      S.listItem()
        .id(settingsType)
        .title('Settings')
        .icon(CogIcon)
        .child(S.document().schemaType(settingsType).documentId(settingsType).title('Settings')),
    ])
