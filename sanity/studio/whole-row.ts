import {Text} from '@sanity/ui'
import {css, styled} from 'styled-components'

/** The words by which a row's link is read out, and which look like it. */
export const RowTitle = styled(Text)`
  && { color: var(--card-link-color); }
`

/**
 * Lays a link over the card around it, which has `position: relative`: all of it is pressed, and its edge has the focus.
 * The link is empty, stands before what it leads to, and is named by its {@link RowTitle}: it cannot stand in that, since
 * Sanity's text is a box of its own to what is placed within it.
 */
export const wholeRow = css`
  position: absolute;
  z-index: 1;
  inset: -1px;
  border-radius: 6px;
  &:hover + * ${RowTitle} { text-decoration: underline; }
  &:focus-visible { outline: 2px solid var(--card-focus-ring-color); outline-offset: 2px; }
`
