import {createGlobalStyle} from 'styled-components'

/**
 * The title of a dialogue is what staff wrote, such as the heading of a section, so not every word of it has a capital.
 * The Studio has no setting for it.
 */
export const FormStyles = createGlobalStyle`
  [data-testid^='breadcrumb-item-'] [style*='capitalize'] { text-transform: none !important; }
`
