import {BlockquoteIcon} from '@sanity/icons/Blockquote'
import {CogIcon} from '@sanity/icons/Cog'
import {LockIcon} from '@sanity/icons/Lock'
import {StarIcon} from '@sanity/icons/Star'
import {map} from 'rxjs'
import {getDraftId} from 'sanity'
import type {DefaultDocumentNodeResolver, StructureBuilder, StructureResolver} from 'sanity/structure'
import {isSubjectType} from '#lib/sign-off/subjects.ts'
import {proofIdOf, testimonialIdOf} from '#lib/testimonials.ts'
import {proofTemplate, settingsType} from './documents.ts'
import {homePageId} from './home-page.ts'
import {SignOffPane} from './sign-off/pane.tsx'

/**
 * Each testimonial opens its own private proof, whose id follows from the testimonial's. So there is
 * one proof for each, and it is made by opening it. A link to a proof leads here by the id of the proof.
 */
function privateProofs(S: StructureBuilder) {
  return S.documentTypeList('testimonial')
    .id('private-proof')
    .title('Private proof')
    .canHandleIntent((intent, {type}) => intent === 'edit' && type === 'testimonialProof')
    .defaultOrdering([{field: 'attribution.text', direction: 'asc'}])
    .initialValueTemplates([])
    .child((id) => {
      const testimonialId = testimonialIdOf(id)
      return S.document()
        .schemaType('testimonialProof')
        .documentId(proofIdOf(testimonialId))
        .initialValueTemplate(proofTemplate, {testimonialId})
        .title('Private proof')
    })
}

/** The form of the settings. */
function settings(S: StructureBuilder) {
  return S.document().schemaType(settingsType).documentId(settingsType).title('Settings')
}

/** The home page, whose own address visitors never see; the settings when they name none yet. */
function homePage(S: StructureBuilder, id: string | null) {
  return id === null ? settings(S) : S.document().schemaType('page').documentId(id).title('Home page')
}

/** All pages but the home page, in the order of their addresses. */
function pages(S: StructureBuilder, homeId: string | null) {
  return S.documentTypeList('page')
    .title('Pages')
    .apiVersion('2025-02-19')
    .filter('_type == $type && !(_id in $home)')
    .params({type: 'page', home: homeId === null ? [] : [homeId, getDraftId(homeId)]})
    .defaultOrdering([{field: 'slug.current', direction: 'asc'}])
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

/** What a document shows: its form, and beside it, where a school is asked to agree, how that stands. */
export const defaultDocumentNode: DefaultDocumentNodeResolver = (S, {schemaType}) =>
  isSubjectType(schemaType)
    ? S.document().views([S.view.form(), S.view.component(SignOffPane).id('sign-off').title('Sign-off')])
    : S.document()

/** The menu of contents: what staff come to do, most frequent first. */
export const structure: StructureResolver = (S, {documentStore}) =>
  S.list()
    .title('Content')
    .items([
      S.listItem()
        .id('home-page')
        .title('Home page')
        .icon(StarIcon)
        .child(() => homePageId(documentStore).pipe(map((id) => homePage(S, id)))),
      S.documentTypeListItem('page')
        .title('Pages')
        .child(() => homePageId(documentStore).pipe(map((id) => pages(S, id)))),
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
      S.listItem().id(settingsType).title('Settings').icon(CogIcon).child(settings(S)),
    ])
