import {sitePathProblem} from '#lib/redirects.ts'
import {itemOf, type Origin, within} from '../origin.ts'
import {isFields, items, optionalValue, optionalWords, orLeftOut, type Reading, words} from '../parse.ts'
import type {Scalar} from '../unchecked.ts'
import {type AccessibilityFacts, parseAccessibility} from './accessibility.ts'
import type {NavigationItemAnswer, SettingsAnswer} from './answers.ts'
import {type ContactDetails, parseContactDetails, settingsOrigin} from './contact-details.ts'
import {parseTarget, targetProjection} from './link.ts'
import {type Picture, parsePicture, pictureProjection} from './picture.ts'
import {parseRichText, type RichText, richTextProjection} from './rich-text.ts'

const navigationProjection =
  `[]{_key, label, path, "target": page->${targetProjection}, "reference": {"_target": page._ref}}` as const

export const settingsProjection = `{
  _id, trustName, legalName, companyNumber, address, telephone, email, tagline,
  "logo": logo${pictureProjection},
  "navigation": navigation${navigationProjection},
  "footerText": footerText${richTextProjection},
  "footerNavigation": footerNavigation${navigationProjection},
  "defaultSharePicture": defaultSharePicture${pictureProjection},
  accessibilityStatement
}` as const

export type NavigationItem = {
  key: string
  label: string
  /** Null when it leads nowhere, which a preview alone shows. */
  address: string | null
  /** Where a wrong one can be mended. */
  mend?: Origin | undefined
}

/** What the whole site shares: its name, its navigation, its footer. */
export type Settings = {
  contact: ContactDetails
  legalName: string | null
  companyNumber: string | null
  tagline: string | null
  logo: Picture | null
  /** Stands for pages without a picture of their own where they are shared. */
  sharePicture: Picture | null
  navigation: NavigationItem[]
  footerText: RichText
  footerNavigation: NavigationItem[]
  accessibility: AccessibilityFacts
  /** In a preview alone. */
  origin?: Origin | undefined
}

const unnamed: ContactDetails = {trustName: 'Our Trust', postalAddress: null, telephone: null, email: null}

/** Reads the settings. A dataset without any has a site all the same, with a plain name and no navigation. */
export function parseSettings(answer: SettingsAnswer | Scalar, reading: Reading): Settings {
  if (!isFields(answer)) reading.report('the settings are missing: publish “Settings” in the Studio')
  const settings: SettingsAnswer = isFields(answer) ? answer : {}
  const origin = settingsOrigin(reading)
  return {
    contact: parseContactDetails(answer, reading) ?? unnamed,
    legalName: optionalWords(settings.legalName, 'the legal name'),
    companyNumber: optionalWords(settings.companyNumber, 'the company number'),
    tagline: optionalWords(settings.tagline, 'the tagline'),
    logo: parsePicture(settings.logo, 'settings, logo', reading, within(origin, 'logo')),
    sharePicture: parsePicture(settings.defaultSharePicture, 'settings, share picture', reading),
    navigation: parseNavigation(
      settings.navigation,
      'settings, navigation',
      reading,
      within(origin, 'navigation'),
    ),
    footerText: parseRichText(settings.footerText, 'settings, footer', reading, within(origin, 'footerText')),
    footerNavigation: parseNavigation(
      settings.footerNavigation,
      'settings, footer navigation',
      reading,
      within(origin, 'footerNavigation'),
    ),
    accessibility:
      orLeftOut('settings, accessibility statement', reading, () =>
        parseAccessibility(settings.accessibilityStatement, within(origin, 'accessibilityStatement')),
      ) ?? parseAccessibility(null),
    origin,
  }
}

/** An item that leads nowhere is left out for visitors: its page is not published yet. */
function parseNavigation(
  value: SettingsAnswer['navigation'],
  what: string,
  reading: Reading,
  origin: Origin | undefined,
): NavigationItem[] {
  return items(value, what, reading, (item, position) => {
    const address = navigationAddress(item, reading)
    if (address === null && !reading.preview) return null
    const key = optionalValue(item._key, 'its key')
    return {
      key: key ?? String(position),
      label: words(item.label, 'the label'),
      address,
      mend: within(itemOf(origin, key), 'page'),
    }
  })
}

function navigationAddress(item: NavigationItemAnswer, reading: Reading): string | null {
  const path = optionalValue(item.path, 'the address')
  if (path !== null) return sitePathProblem(path) === null ? path : null
  return parseTarget(item.target, reading).address
}
