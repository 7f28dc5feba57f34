import type {PastedList} from './pasted-block.ts'

/** Where Word says that a paragraph is an item of a list, and how deep: `mso-list:l0 level2 lfo1`. */
const itemStyle = /mso-list:\s*l\d+\s+level(\d+)/i

/** A number, a letter or a Roman number with a stop or a bracket, as Word writes it before the words. */
const numbering = /^\(?(?:\d{1,4}|[a-z]|[ivxlcdm]{1,6})[.)]/i

/** Whether Word only draws this: the bullet or number of a paragraph that it pretends is a list. */
export const isWordMarker = (element: Element) => /mso-list:\s*ignore/i.test(styleOf(element))

/** The list that Word means by a paragraph in the clothes of an item; null for any other paragraph. */
export function wordList(paragraph: Element): PastedList | null {
  const [, level] = itemStyle.exec(styleOf(paragraph)) ?? []
  if (level === undefined) return null
  const marker = [...paragraph.querySelectorAll('[style]')].find(isWordMarker)?.textContent?.trim() ?? ''
  return {kind: numbering.test(marker) ? 'number' : 'bullet', level: Number(level)}
}

export const styleOf = (element: Element) => element.getAttribute('style') ?? ''
