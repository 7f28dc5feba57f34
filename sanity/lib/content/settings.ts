import {sitePathProblem} from '#lib/redirects.ts'
import {isFields, items, optionalValue, optionalWords, orLeftOut, type Reading, words} from '../parse.ts'
import type {Scalar} from '../unchecked.ts'
import {type AccessibilityFacts, parseAccessibility} from './accessibility.ts'
import type {NavigationItemAnswer, SettingsAnswer} from './answers.ts'
import {type ContactDetails, parseContactDetails} from './contact-details.ts'
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

export type NavigationItem = {key: string; label: string; address: string}

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
}

const unnamed: ContactDetails = {trustName: 'Our Trust', postalAddress: null, telephone: null, email: null}

/** Reads the settings. A dataset without any has a site all the same, with a plain name and no navigation. */
export function parseSettings(answer: SettingsAnswer | Scalar, reading: Reading): Settings {
  if (!isFields(answer)) reading.report('the settings are missing: publish “Settings” in the Studio')
  const settings: SettingsAnswer = isFields(answer) ? answer : {}
  return {
    contact: parseContactDetails(answer) ?? unnamed,
    legalName: optionalWords(settings.legalName, 'the legal name'),
    companyNumber: optionalWords(settings.companyNumber, 'the company number'),
    tagline: optionalWords(settings.tagline, 'the tagline'),
    logo: parsePicture(settings.logo, 'settings, logo', reading),
    sharePicture: parsePicture(settings.defaultSharePicture, 'settings, share picture', reading),
    navigation: parseNavigation(settings.navigation, 'settings, navigation', reading),
    footerText: parseRichText(settings.footerText, 'settings, footer', reading),
    footerNavigation: parseNavigation(settings.footerNavigation, 'settings, footer navigation', reading),
    accessibility:
      orLeftOut('settings, accessibility statement', reading, () =>
        parseAccessibility(settings.accessibilityStatement),
      ) ?? parseAccessibility(null),
  }
}

/** An item that leads nowhere is left out: its page is not published yet. */
function parseNavigation(
  value: SettingsAnswer['navigation'],
  what: string,
  reading: Reading,
): NavigationItem[] {
  return items(value, what, reading, (item, position) => {
    const address = navigationAddress(item)
    if (address === null) return null
    const key = optionalValue(item._key, 'its key') ?? String(position)
    return {key, label: words(item.label, 'the label'), address}
  })
}

function navigationAddress(item: NavigationItemAnswer): string | null {
  const path = optionalValue(item.path, 'the address')
  if (path !== null) return sitePathProblem(path) === null ? path : null
  return parseTarget(item.target).address
}
