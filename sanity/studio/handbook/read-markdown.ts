/** A run of words in one type. */
export type Words = {
  /** Where it begins in its sentence. */
  at: number
  text: string
} & ({kind: 'plain' | 'strong' | 'em' | 'code'} | {kind: 'link'; target: string})

/** A part of a page, with its place among the others. */
export type Block = {at: number} & BlockContent

type BlockContent =
  | {kind: 'heading'; level: 1 | 2; words: Words[]}
  | {kind: 'paragraph'; words: Words[]}
  | {kind: 'list'; numbered: boolean; items: Words[][]}
  | {kind: 'table'; head: Words[][]; rows: Words[][][]}
  | {kind: 'picture'; about: string; file: string}

/**
 * Reads as much of Markdown as the handbook is written in: two levels of headings, paragraphs, flat lists, tables,
 * pictures on a line of their own, and bold type, emphasis, code and links within words. A blank line ends a block.
 */
export function readMarkdown(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block, at) => ({at, ...readBlock(block)}))
}

function readBlock(block: string): BlockContent {
  const lines = block.split('\n')
  const [, marks, title] = /^(##?) (.+)$/.exec(block) ?? []
  if (marks && title) return {kind: 'heading', level: marks === '#' ? 1 : 2, words: readWords(title)}
  const [, about, file] = /^!\[([^\]]+)\]\(([^)]+)\)$/.exec(block) ?? []
  if (about && file) return {kind: 'picture', about, file}
  if (lines.every((line) => line.startsWith('|'))) return readTable(lines)
  const item = /^(?:-|\d+\.) +/
  if (!lines.every((line) => item.test(line))) return {kind: 'paragraph', words: readWords(lines.join(' '))}
  const items = lines.map((line) => readWords(line.replace(item, '')))
  return {kind: 'list', numbered: !block.startsWith('-'), items}
}

/** The second line of a table only draws what stands below its head. */
function readTable([head = '', _line, ...rows]: string[]): BlockContent {
  const cells = (line: string) =>
    line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => readWords(cell.trim()))
  return {kind: 'table', head: cells(head), rows: rows.map(cells)}
}

const marked = /\*\*([^*]+)\*\*|_([^_]+)_|`([^`]+)`|\[([^\]]+)\]\(([^)]+)\)/g

function readWords(text: string): Words[] {
  const words: Words[] = []
  let end = 0
  for (const match of text.matchAll(marked)) {
    const [whole, strong, em, code, link, target] = match
    const at = match.index
    if (at > end) words.push({at: end, kind: 'plain', text: text.slice(end, at)})
    if (strong) words.push({at, kind: 'strong', text: strong})
    if (em) words.push({at, kind: 'em', text: em})
    if (code) words.push({at, kind: 'code', text: code})
    if (link && target) words.push({at, kind: 'link', text: link, target})
    end = at + whole.length
  }
  if (end < text.length) words.push({at: end, kind: 'plain', text: text.slice(end)})
  return words
}
