import {globSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {type Block, readMarkdown, type Words} from './read-markdown.ts'

test('each part of a page is read as what it is', () => {
  const page = `# Pages

Press **Publish** in _Content_, or see [Pictures](pictures.md).

1. One
2. \`two\`

- three

| To do | read |
| ----- | ---- |
| this  | that |

![What is seen](pictures/page.webp)
`
  const plain = (text: string) => [{kind: 'plain', text}]
  expect(readMarkdown(page)).toMatchObject([
    {kind: 'heading', level: 1, words: plain('Pages')},
    {
      kind: 'paragraph',
      words: [
        {kind: 'plain', text: 'Press '},
        {kind: 'strong', text: 'Publish'},
        {kind: 'plain', text: ' in '},
        {kind: 'em', text: 'Content'},
        {kind: 'plain', text: ', or see '},
        {kind: 'link', text: 'Pictures', target: 'pictures.md'},
        {kind: 'plain', text: '.'},
      ],
    },
    {kind: 'list', numbered: true, items: [plain('One'), [{kind: 'code', text: 'two'}]]},
    {kind: 'list', numbered: false, items: [plain('three')]},
    {kind: 'table', head: [plain('To do'), plain('read')], rows: [[plain('this'), plain('that')]]},
    {kind: 'picture', about: 'What is seen', file: 'pictures/page.webp'},
  ])
})

const wordsOf = (block: Block): Words[] => {
  if (block.kind === 'picture') return []
  if (block.kind === 'list') return block.items.flat()
  return block.kind === 'table' ? [...block.head, ...block.rows.flat()].flat() : block.words
}

const files = globSync('docs/handbook/*.md')

test.each(files)('%s is read to the end, and leads to other pages of the handbook only', (file) => {
  const blocks = readMarkdown(readFileSync(file, 'utf8'))
  const words = blocks.flatMap(wordsOf)
  expect(blocks[0]).toMatchObject({kind: 'heading', level: 1})
  expect(words.filter(({text}) => /\*\*|\]\(|[`|]|^#|!\[/.test(text))).toEqual([])
  const targets = words.flatMap((word) =>
    word.kind === 'link' ? path.join('docs/handbook', word.target) : [],
  )
  expect(targets.filter((target) => !files.includes(target))).toEqual([])
})
