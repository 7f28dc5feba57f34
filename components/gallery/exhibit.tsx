import type {ReactNode} from 'react'
import {Site} from '#components/site/index.tsx'
import type {Settings} from '#sanity/lib/content/settings.ts'
import {picture, settings} from './content.ts'

/** A whole page in one state. */
export type Exhibit = {slug: string; title: string; show: () => ReactNode}

/** Exhibits of one part of the site. */
export type Room = {title: string; exhibits: readonly Exhibit[]}

export const onSite = (content: ReactNode, shown: Settings = settings, path = '/schools') => (
  <Site settings={shown} path={path}>
    {content}
  </Site>
)

/** Settings of which nothing was filled in. */
export const bareSettings: Settings = {
  ...settings,
  contact: {trustName: 'Our Trust', postalAddress: null, telephone: null, email: null},
  legalName: null,
  companyNumber: null,
  navigation: [],
  footerText: [],
  footerNavigation: [],
}

export const settingsWithLogo: Settings = {
  ...settings,
  logo: picture('2355ffa8051ec78fcb8e6f1957a52c1f3c3a476c', {
    assetId: 'image-2355ffa8051ec78fcb8e6f1957a52c1f3c3a476c-768x768-png',
    width: 768,
    height: 768,
    alt: 'A golden bird, the mark of the Trust',
  }),
}

export const wordySettings: Settings = {
  ...settingsWithLogo,
  contact: {
    ...settings.contact,
    trustName: 'The Federation of Voluntary Aided and Community Schools of Hazelbeck',
  },
  navigation: Array.from({length: 9}, (_, position) => ({
    key: String(position),
    label: `Part ${position + 1} of what we want to say`,
    address: position === 0 ? '/schools' : `/part-${position}`,
  })),
}
