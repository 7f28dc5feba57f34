/**
 * The overlay measures the room for a menu that opens from another one inside that other one, finds none, and makes it
 * as wide as nothing (`@sanity/visual-editing` 6.1).
 */
const rules = `
  sanity-visual-editing [data-ui="MenuGroup__popover"] {
    max-width: none !important;
    max-height: 80vh !important;
  }
`

/** Gives the overlay's menus their room. @returns what takes it away again */
export function makeRoomForMenus(): () => void {
  // A sheet of the document, because the page's policy lets no style element in.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rules)
  document.adoptedStyleSheets.push(sheet)
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => adopted !== sheet)
  }
}
