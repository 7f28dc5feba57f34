import type {Crumb} from './breadcrumbs.ts'

/** A thing of schema.org, or a part of one, as JSON-LD. What is undefined is left out of the JSON. */
export type Thing = {'@type': string; [property: string]: string | number | Thing | Thing[] | undefined}

export type TrustFacts = {
  name: string
  legalName: string | null
  /** Lines. */
  postalAddress: string | null
  telephone: string | null
  email: string | null
  /** Absolute address of the mark. */
  logo: string | null
}

export type SchoolFacts = {
  name: string
  path: string
  urn: string | null
  status: string | null
  website: string | null
  telephone: string | null
  address: {street: string | null; town: string | null; county: string | null; postcode: string | null}
}

const context = {'@context': 'https://schema.org'}

/** The Trust as an organisation: https://schema.org/EducationalOrganization. */
export function trustData(trust: TrustFacts, siteUrl: string): Thing {
  return {
    ...context,
    ...organisation(trust.name, siteUrl),
    legalName: trust.legalName ?? undefined,
    logo: trust.logo ?? undefined,
    address: trust.postalAddress?.replace(/\s*\n\s*/g, ', '),
    telephone: trust.telephone ?? undefined,
    email: trust.email ?? undefined,
  }
}

/** A school: https://schema.org/School. Only one that is in the Trust has it as its parent. */
export function schoolData(school: SchoolFacts, trustName: string, siteUrl: string): Thing {
  const page = new URL(school.path, siteUrl).href
  return {
    ...context,
    '@type': 'School',
    '@id': `${page}#school`,
    name: school.name,
    url: page,
    identifier:
      school.urn === null ? undefined : {'@type': 'PropertyValue', propertyID: 'URN', value: school.urn},
    sameAs: school.website ?? undefined,
    telephone: school.telephone ?? undefined,
    address: postalAddress(school.address),
    parentOrganization: school.status === 'in-trust' ? organisation(trustName, siteUrl) : undefined,
  }
}

/** The way to a page: https://schema.org/BreadcrumbList. */
export function breadcrumbData(trail: readonly Crumb[], siteUrl: string): Thing {
  return {
    ...context,
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({name, address}, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: new URL(address, siteUrl).href,
    })),
  }
}

/** JSON that may stand in a page: `<` could end the element that it stands in. */
export function jsonForPage(data: Thing): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

function organisation(name: string, siteUrl: string): Thing {
  return {'@type': 'EducationalOrganization', '@id': `${siteUrl}/#trust`, name, url: `${siteUrl}/`}
}

function postalAddress({street, town, county, postcode}: SchoolFacts['address']): Thing | undefined {
  if ([street, town, county, postcode].every((part) => part === null)) return undefined
  return {
    '@type': 'PostalAddress',
    streetAddress: street ?? undefined,
    addressLocality: town ?? undefined,
    addressRegion: county ?? undefined,
    postalCode: postcode ?? undefined,
    addressCountry: 'GB',
  }
}
