import {Text} from '@sanity/ui'
import {css, styled} from 'styled-components'

/** The words by which a row's link is read out, and which look like it. */
export const RowTitle = styled(Text)`
  && { color: var(--card-link-color); }
`

/** Of a link that is a whole card, named by its {@link RowTitle}: all of it is pressed, and its edge has the focus. */
export const wholeRow = css`
  display: block;
  border-radius: 6px;
  color: inherit;
  text-decoration: none;
  &:hover ${RowTitle} { text-decoration: underline; }
  &:focus-visible { outline: 2px solid var(--card-focus-ring-color); outline-offset: 2px; }
`
