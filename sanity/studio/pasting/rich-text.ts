import type {PortableTextInputProps} from 'sanity'
import type {PastedBlock} from '#lib/pasting/pasted-block.ts'
import {readPastedHtml} from '#lib/pasting/read-html.ts'

type OnPaste = NonNullable<PortableTextInputProps['onPaste']>

/** What the editor itself copies keeps everything, so it is left to the editor. */
const ownFormats: readonly string[] = ['application/x-portable-text', 'application/json']

/**
 * Takes text that was copied elsewhere into a rich text without its looks; see {@link readPastedHtml}. Plain text, and what
 * was copied in the Studio, is the editor's matter.
 */
export const pasteIntoRichText: OnPaste = ({event}) => {
  const {clipboardData} = event
  if (clipboardData.types.some((type) => ownFormats.includes(type))) return undefined
  const html = clipboardData.getData('text/html')
  if (html === '') return undefined
  const blocks = readPastedHtml(new DOMParser().parseFromString(html, 'text/html').body)
  // A picture and nothing else: the editor would try, and leave litter.
  if (blocks.length === 0 && clipboardData.getData('text/plain').trim() !== '') return undefined
  return {insert: blocks.map((block) => portableTextOf(block, newKey))}
}

/** A pasted block as Portable Text of this project, where a link says what kind it is. */
export function portableTextOf({style, list, spans}: PastedBlock, makeKey: () => string) {
  const addresses = [...new Set(spans.flatMap(({href}) => href ?? []))]
  const links = addresses.map((href) => ({_type: 'link', _key: makeKey(), linkType: 'external', href}))
  return {
    _type: 'block',
    _key: makeKey(),
    style,
    ...(list ? {listItem: list.kind, level: list.level} : {}),
    markDefs: links,
    children: spans.map(({text, marks, href}) => ({
      _type: 'span',
      _key: makeKey(),
      text,
      marks: [...marks, ...links.flatMap((link) => (link.href === href ? [link._key] : []))],
    })),
  }
}

function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
