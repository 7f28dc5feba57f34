import {defineQuery} from 'groq'
import {claimInUseProjection} from './content/claim-in-use.ts'
import {enquiryPartiesProjection} from './content/enquiry-parties.ts'
import {pageProjection, searchedPageProjection} from './content/page.ts'
import {schoolProjection, searchedSchoolProjection} from './content/school.ts'
import {schoolSummaryProjection} from './content/school-summary.ts'
import {settingsProjection} from './content/settings.ts'

const comparedTypes =
  '["page", "school", "testimonial", "testimonialProof", "benefitClaim", "resource", "redirect", "siteSettings", "signOffEvent"]'

export const settingsQuery = defineQuery(
  `*[_type == "siteSettings" && _id == "siteSettings"][0]${settingsProjection}`,
)

export const homePageQuery = defineQuery(
  `*[_type == "siteSettings" && _id == "siteSettings"][0]{_id, "reference": homePage{_ref}, "page": homePage->${pageProjection}}`,
)

export const pageQuery = defineQuery(`*[_type == "page" && slug.current == $slug][0]${pageProjection}`)

export const schoolsQuery = defineQuery(
  `*[_type == "school" && defined(slug.current)] | order(name asc)${schoolSummaryProjection}`,
)

export const schoolQuery = defineQuery(`*[_type == "school" && slug.current == $slug][0]${schoolProjection}`)

/** Every claim: those of the latest numbers first, those in words last. */
export const claimsQuery = defineQuery(
  `*[_type == "benefitClaim"] | order(kind asc, statistic.asAtDate desc, statement asc)${claimInUseProjection}`,
)

/** Every address of the site, and when the documents that it shows last changed. */
export const addressesQuery = defineQuery(`{
  "home": *[_type == "siteSettings" && _id == "siteSettings"][0].homePage._ref,
  "claims": *[_type == "benefitClaim"]._updatedAt,
  "documents": *[_type in ["page", "school"] && defined(slug.current)] | order(_type asc, slug.current asc){
    _id, _type, _updatedAt, "slug": slug.current, "title": coalesce(title, name), "hidden": seo.hideFromSearch,
    "testimonials": sections[].testimonials[]->_updatedAt,
    "claims": sections[].claims[]->_updatedAt,
    "schools": sections[].schools[]->_updatedAt,
    "resources": sections[].resource->_updatedAt,
    "listsSchools": count(sections[_type == "schoolsSection" && selection != "chosen"]) > 0,
    "ownTestimonials": *[_type == "testimonial" && school._ref == ^._id]._updatedAt
  }
}`)

/** Every page and school that a visitor may search for, whole. */
export const searchedQuery = defineQuery(`{
  "home": *[_type == "siteSettings" && _id == "siteSettings"][0].homePage._ref,
  "pages": *[_type == "page" && defined(slug.current)] | order(slug.current asc)${searchedPageProjection},
  "schools": *[_type == "school" && defined(slug.current)] | order(slug.current asc)${searchedSchoolProjection}
}`)

/**
 * Whether anything changed that the webhook tells of: what is new, changed or gone changes the time or the number. The
 * types are those of `sanity/webhook.ts`.
 */
export const stateOfContentQuery = defineQuery(`{
  "number": count(*[_type in ${comparedTypes}]),
  "changedAt": *[_type in ${comparedTypes}] | order(_updatedAt desc)[0]._updatedAt
}`)

/** Of each document that the webhook tells of, what it would say. */
export const comparedQuery = defineQuery(`*[_type in ${comparedTypes}]{
  _id, _type, _rev, _updatedAt, "slug": slug.current, "home": homePage._ref, "school": school._ref, subject, from,
  "place": select(status != "left" => location{lat, lng})
}`)

/** Which of some documents are published. */
export const publishedQuery = defineQuery(`*[_id in $ids]._id`)

/** Holds a mailbox that may be private: for sending alone. */
export const enquiryPartiesQuery = defineQuery(enquiryPartiesProjection)
