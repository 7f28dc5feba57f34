import {css} from 'styled-components'

/** Makes a link fill the card around it, which has `position: relative`, while it is read out by its own words alone. */
export const wholeRow = css`
  outline: none;
  &::after { content: ''; position: absolute; inset: 0; border-radius: inherit; }
  &:hover { text-decoration: underline; }
  &:focus-visible::after { outline: 2px solid var(--card-focus-ring-color); outline-offset: 2px; border-radius: 5px; }
`
