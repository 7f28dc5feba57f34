import {createGlobalStyle} from 'styled-components'

/**
 * Two things in which the Studio's forms suit a page of sections badly and that it has no setting for: the title of a
 * dialogue is what staff wrote, and not every word of it has a capital; an introduction is a sentence or two, and what a
 * section needs stands below it, so its box begins low and is drawn larger by its corner.
 */
export const FormStyles = createGlobalStyle`
  [data-testid^='breadcrumb-item-'] [style*='capitalize'] { text-transform: none !important; }
  [data-testid$='.introduction'] [data-testid='pt-editor'][data-fullscreen='false'] { height: 8.5em; }
`
