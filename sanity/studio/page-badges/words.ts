import type {DocumentBadgeDescription} from 'sanity'
import {pageAddress} from '#lib/site-addresses.ts'

/** How visitors come to a page that is published. */
export type WaysToPage = {
  slug: string | null
  isHome: boolean
  /** Whether the main menu or the footer leads to it. */
  isInMenu: boolean
  /** How many other pages and schools lead to it. */
  linkedFrom: number
}

const howToAdd = 'To add it to a menu, open Settings, “Menus and footer”, and publish.'

/**
 * The address at which visitors find a page, and that no menu leads to it, which staff mean sometimes and forget
 * sometimes; null while it has no address.
 */
export function addressBadge({slug, ...ways}: WaysToPage): DocumentBadgeDescription | null {
  if (slug === null && !ways.isHome) return null
  const address = ways.isHome ? '/' : pageAddress(slug ?? '')
  const found = `Visitors find this page at ${address}.`
  if (ways.isHome || ways.isInMenu) return {label: address, title: found}
  if (ways.linkedFrom === 0) {
    return {
      label: `${address}, but nothing leads there`,
      title: `${found} No menu and no other page leads there. ${howToAdd}`,
      color: 'warning',
    }
  }
  const others = ways.linkedFrom === 1 ? 'one other page does' : `${ways.linkedFrom} other pages do`
  return {label: `${address}, in no menu`, title: `${found} No menu leads there; ${others}. ${howToAdd}`}
}

/** Counts what visitors do not see of a page that is published; null where that is nothing. */
export function heldBackBadge(count: number): DocumentBadgeDescription | null {
  if (count === 0) return null
  return {
    label: count === 1 ? '1 thing held back' : `${count} things held back`,
    title: 'Visitors do not see all of this page. Preview shows what is held back, and why.',
    color: 'danger',
  }
}
