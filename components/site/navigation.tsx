import type {ReactNode} from 'react'
import {HeldBack} from '#components/held-back/index.tsx'
import type {NavigationItem} from '#sanity/lib/content/settings.ts'

type Properties = {
  label: string
  items: NavigationItem[]
  path: string | null
  className: string | undefined
  /** List items after those that staff chose. */
  children?: ReactNode
}

/** Links to the parts of the site, with the one marked that the visitor is on or in. */
export function Navigation({label, items, path, className, children}: Properties) {
  if (items.length === 0 && children === undefined) return null
  return (
    <nav aria-label={label}>
      <ul className={className}>
        {items.map((item) => (
          <li key={item.key}>
            <Entry item={item} path={path} />
          </li>
        ))}
        {children}
      </ul>
    </nav>
  )
}

function Entry({item: {label, address, mend}, path}: {item: NavigationItem; path: string | null}) {
  if (address === null)
    return (
      <HeldBack reason="This entry leads to a page that is not published." mend={mend}>
        {label}
      </HeldBack>
    )
  return (
    <a href={address} aria-current={currentMark(address, path)}>
      {label}
    </a>
  )
}

/** `page` for the page itself, `true` for the part of the site that the page is in. */
export function currentMark(address: string, path: string | null): 'page' | 'true' | undefined {
  if (path === null) return undefined
  if (address === path) return 'page'
  return path.startsWith(`${address}/`) ? 'true' : undefined
}
