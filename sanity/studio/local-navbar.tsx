import type {NavbarProps} from 'sanity'

/**
 * The Studio's bar without its help menu, whose entries lead to the internet and whose dot says that a hosted
 * service does not know this Studio. No option takes the menu away.
 */
export function LocalNavbar(props: NavbarProps) {
  return (
    <>
      <style>{'[data-testid="button-resources-menu"] {display: none}'}</style>
      {props.renderDefault(props)}
    </>
  )
}
