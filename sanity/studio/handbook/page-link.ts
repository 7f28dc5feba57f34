import {StateLink} from 'sanity/router'
import {styled} from 'styled-components'

/** A link to a page of the handbook among other words: underlined, since colour alone tells not everybody. */
export const PageLink = styled(StateLink)`
  && { text-decoration: underline; }
`
