import {stegaClean} from '@sanity/client/stega'
import type {Crumb} from '#lib/breadcrumbs.ts'
import {env} from '#lib/env.ts'
import {breadcrumbData, jsonForPage, schoolData, type Thing, trustData} from '#lib/structured-data.ts'
import type {School} from '#sanity/lib/content/school.ts'
import type {Settings} from '#sanity/lib/content/settings.ts'
import {pictureAddresses} from '#sanity/lib/image.ts'

/** Says to machines who the Trust is. */
export function TrustData({settings: {contact, legalName, logo}}: {settings: Settings}) {
  const {siteUrl} = env()
  const {trustName: name, postalAddress, telephone, email} = contact
  const mark = logo === null ? null : new URL(pictureAddresses(logo).src, siteUrl).href
  return (
    <DataBlock data={trustData({name, legalName, postalAddress, telephone, email, logo: mark}, siteUrl)} />
  )
}

/** Says to machines which school this is, and whose. */
export function SchoolData({school, trustName}: {school: School; trustName: string}) {
  const {address: path, addressParts: address, name, urn, status, website, telephone} = school
  const facts = {path, address, name, urn, status, website, telephone}
  return <DataBlock data={schoolData(facts, trustName, env().siteUrl)} />
}

/** Says to machines where a page stands in the site; nothing of a page without a way to it. */
export function TrailData({trail}: {trail: readonly Crumb[]}) {
  return trail.length === 0 ? null : <DataBlock data={breadcrumbData(trail, env().siteUrl)} />
}

/** JSON-LD is a block of data, which a browser never runs. */
function DataBlock({data}: {data: Thing}) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape the quotes of the JSON.
      dangerouslySetInnerHTML={{__html: jsonForPage(stegaClean(data))}}
    />
  )
}
