/**
 * The webhook that tells the site which published document has changed. The embedded lake sends it, and a hosted
 * project's webhook is made from the same words. Ids, types, slugs and where schools lie: no words of a document
 * leave the lake.
 */
export const revalidationWebhook = {
  filter: `_type in [
    "page", "school", "testimonial", "testimonialProof", "benefitClaim", "resource", "redirect", "siteSettings",
    "sanity.imageAsset"
  ] || (_type == "signOffEvent" && kind in ["recorded", "agreed", "overridden", "withdrawn", "decided"])`,
  projection: `{
    "id": coalesce(after()._id, before()._id),
    "type": coalesce(after()._type, before()._type),
    "operation": delta::operation(),
    "revision": after()._rev,
    "isListedOtherwise": before().name != after().name || before().phase != after().phase
      || before().status != after().status || before().slug.current != after().slug.current
      || before().address.town != after().address.town
      || before().location.lat != after().location.lat || before().location.lng != after().location.lng,
    "slugBefore": before().slug.current,
    "slugAfter": after().slug.current,
    "homeBefore": before().homePage._ref,
    "homeAfter": after().homePage._ref,
    "places": [
      select(before().status != "left" => before().location{lat, lng}),
      select(after().status != "left" => after().location{lat, lng})
    ],
    "schools": [before().school._ref, after().school._ref],
    "subject": coalesce(after().subject, before().subject),
    "paths": [before().from, after().from]
  }`,
  includeDrafts: false,
}
