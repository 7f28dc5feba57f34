import {pastedAddress} from './pasted-address.ts'
import {type PastedBlock, type PastedMark, type PastedSpan, tidyParagraphs} from './pasted-block.ts'
import {isWordMarker, styleOf, wordList} from './word-list.ts'

/** What no page of this site holds, with all that is in it. `del` is what Word keeps of words that were taken out. */
const leftOut = new Set(
  [
    'area audio base button canvas del embed head iframe img input link map math meta noscript object picture',
    'script select style svg template textarea title video',
  ].flatMap((names) => names.split(' ')),
)

const blockElements = new Set(
  [
    'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5',
    'h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul',
  ].flatMap((names) => names.split(' ')),
)

/** Word's remarks at the edge and the list of them at the end, and what it or a page hides. */
const hidden = /mso-hide:\s*all|mso-element:\s*comment-list|(?:^|;|\s)display:\s*none/i
const remark = /^_msocom_|^_msoanchor_/i

/**
 * What the link of a note is called, at its mark in the text and before the note itself: in Word, LibreOffice, Google Docs
 * and wikis. A mark would stay as “[1]” and lead nowhere; the words of the note stay.
 */
const noteMark = /^(?:_(?:ftn|edn)(?:ref)?\d|sd(?:foot|end)note\d|ftnt(?:_ref)?\d|cite_(?:note|ref)-)/i

type Context = {
  marks: readonly PastedMark[]
  href: string | null
  /** Spaces and line breaks count. */
  verbatim: boolean
  /** From 1; null outside headings. */
  heading: number | null
  list: PastedBlock['list']
  /** How many lists this is inside of. */
  depth: number
}

type Draft = Pick<Context, 'heading' | 'list'> & {spans: PastedSpan[]}
type Output = {finished: Draft[]; current: Draft | null}

/**
 * What is worth keeping of text that was copied from Word, Google Docs, an e-mail or a web page: paragraphs, three levels of
 * headings, lists, strong, emphasis, and links that may be followed. A list that Word only draws becomes one. Tables come
 * apart into paragraphs, one for each cell; a further paragraph of an item becomes a line of it.
 * @param root - what was copied, parsed and not shown: nothing in it is loaded or run
 */
export function readPastedHtml(root: Element): PastedBlock[] {
  const output: Output = {finished: [], current: null}
  readElement(root, {marks: [], href: null, verbatim: false, heading: null, list: null, depth: 0}, output)
  end(output)
  const blocks = output.finished.flatMap(({heading, list, spans}) =>
    tidyParagraphs(spans, list !== null).map((paragraph) => ({heading, list, spans: paragraph})),
  )
  // The page's title is its only heading of the first level, so all others move down where one was copied.
  const down = blocks.some(({heading}) => heading === 1) ? 1 : 0
  return blocks.map(({heading, list, spans}) => ({style: styleOfLevel(heading, down), list, spans}))
}

function styleOfLevel(heading: number | null, down: number): PastedBlock['style'] {
  if (heading === null) return 'normal'
  if (heading + down <= 2) return 'h2'
  return heading + down === 3 ? 'h3' : 'h4'
}

function readNode(node: Node, context: Context, output: Output): void {
  if (node.nodeType === node.TEXT_NODE) addText(node.textContent ?? '', context, output)
  else if (isElement(node) && !isLeftOut(node)) readElement(node, context, output)
}

function readElement(element: Element, context: Context, output: Output): void {
  const name = element.localName
  if (name === 'br') addText('\n', {...context, verbatim: true}, output)
  const inner = contextOf(element, name, context)
  // Paragraphs inside an item are lines of it; anything else stands alone.
  const isLine = context.list !== null && inner.list === context.list
  const border = blockElements.has(name) ? (isLine ? endLine : end) : null
  border?.(output)
  for (const child of element.childNodes) readNode(child, inner, output)
  border?.(output)
}

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE

function isLeftOut(element: Element): boolean {
  return (
    leftOut.has(element.localName) ||
    element.hasAttribute('hidden') ||
    hidden.test(styleOf(element)) ||
    isWordMarker(element) ||
    isRemarkOrNoteMark(element)
  )
}

function isRemarkOrNoteMark(element: Element): boolean {
  const called = element.getAttribute('name') ?? element.getAttribute('href')?.replace(/^[^#]*#/, '') ?? ''
  return remark.test(called) || (element.localName === 'a' && noteMark.test(called))
}

function contextOf(element: Element, name: string, context: Context): Context {
  const isList = name === 'ul' || name === 'ol'
  const list = listOf(element, name, context)
  return {
    marks: marksOf(element, name, context.marks),
    href: name === 'a' ? pastedAddress(element.getAttribute('href')) : context.href,
    verbatim: context.verbatim || name === 'pre',
    heading: list === null ? (headingLevel(element, name) ?? context.heading) : null,
    list,
    depth: context.depth + (isList ? 1 : 0),
  }
}

/** Word's title of a document is no heading of HTML. */
function headingLevel(element: Element, name: string): number | null {
  if (/^h[1-6]$/.test(name)) return Number(name.slice(1))
  return element.classList.contains('MsoTitle') ? 1 : null
}

function listOf(element: Element, name: string, context: Context): PastedBlock['list'] {
  if (name === 'li') {
    const stated = element.getAttribute('aria-level') ?? element.getAttribute('data-aria-level')
    const level = Number(stated) || context.depth || 1
    return {kind: element.parentElement?.localName === 'ol' ? 'number' : 'bullet', level}
  }
  if (name === 'p' || name === 'div') return wordList(element) ?? context.list
  return context.list
}

/** What is seen decides, not the element: Google Docs puts everything into a `b` that is not bold. */
function marksOf(element: Element, name: string, marks: readonly PastedMark[]): readonly PastedMark[] {
  const style = styleOf(element)
  const [, weight] = /(?:^|[;\s])font-weight:\s*([\w-]+)/i.exec(style) ?? []
  const [, slant] = /(?:^|[;\s])font-style:\s*(\w+)/i.exec(style) ?? []
  const strong = weight ? isBold(weight) : name === 'b' || name === 'strong' || marks.includes('strong')
  const em = slant ? /italic|oblique/i.test(slant) : name === 'i' || name === 'em' || marks.includes('em')
  return [...(strong ? ['strong' as const] : []), ...(em ? ['em' as const] : [])]
}

const isBold = (weight: string) => /^bold/i.test(weight) || Number(weight) >= 600

function addText(text: string, context: Context, output: Output): void {
  const {marks, href, verbatim, heading, list} = context
  const words = verbatim ? text : text.replace(/[ \t\r\n\f]+/g, ' ')
  output.current ??= {heading, list, spans: []}
  // A heading is as bold as its style makes it.
  const kept = heading === null ? marks : marks.filter((mark) => mark !== 'strong')
  output.current.spans.push({text: words, marks: kept, href})
}

function end(output: Output): void {
  if (output.current) output.finished.push(output.current)
  output.current = null
}

function endLine({current}: Output): void {
  current?.spans.push({text: '\n', marks: [], href: null})
}
