import {type DefaultTreeAdapterMap, parse} from 'parse5'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

/** What a browser does not run: data about the page for search engines. */
const dataTypes = new Set(['application/ld+json'])

/**
 * A page as it reads without script: the same HTML, byte for byte, less its executable scripts, the hints that fetch
 * them ahead, and the comments by which React would find its place again.
 *
 * @param html A whole document that needs none of its scripts to be read.
 */
export function withoutScript(html: string): string {
  const document = parse(html, {sourceCodeLocationInfo: true})
  const kept: string[] = []
  let position = 0
  for (const {start, end} of unneeded(document)) {
    kept.push(html.slice(position, start))
    position = end
  }
  kept.push(html.slice(position))
  return kept.join('')
}

/** In the order of the document, none inside another. */
function* unneeded(node: Node): Generator<{start: number; end: number}> {
  if (node.nodeName === '#comment' || ('tagName' in node && serves(node))) {
    const place = node.sourceCodeLocation
    if (place) yield {start: place.startOffset, end: place.endOffset}
    return
  }
  if ('childNodes' in node) for (const child of node.childNodes) yield* unneeded(child)
}

/** Whether an element is there for script alone. */
function serves(element: Element): boolean {
  const attribute = (name: string) => element.attrs.find((each) => each.name === name)?.value ?? ''
  if (element.tagName === 'script') return !dataTypes.has(attribute('type'))
  if (element.tagName !== 'link') return false
  const rel = attribute('rel')
  return rel === 'modulepreload' || (rel === 'preload' && attribute('as') === 'script')
}
