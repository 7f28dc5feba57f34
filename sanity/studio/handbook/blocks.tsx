import {Card, Heading, Text} from '@sanity/ui'
import {styled} from 'styled-components'
import {PageLink} from './page-link.ts'
import {pageOf, pictureAddress} from './pages.ts'
import type {Block, Words} from './read-markdown.ts'

const Picture = styled.img`
  display: block;
  width: 100%;
  height: auto;
`

const Table = styled.table`
  border-collapse: collapse;
  width: 100%;
  th, td { border-bottom: 1px solid var(--card-border-color); padding: 0.75em 1.5em 0.75em 0; text-align: start; vertical-align: top; }
`

/** Set as Text is, whose own box would part the numbers from their lines. */
const List = styled.ol`
  color: var(--card-fg-color);
  font-size: 0.9375rem;
  line-height: 1.53;
  margin: 0;
  padding-inline-start: 1.5em;
  li + li { margin-top: 0.5em; }
  a { color: var(--card-link-color); }
  em { font-style: italic; }
  strong { font-weight: 600; }
`

/** A part of a page of the handbook. */
export function HandbookBlock({block}: {block: Block}) {
  switch (block.kind) {
    case 'heading':
      return (
        <Heading as={block.level === 1 ? 'h1' : 'h2'} size={block.level === 1 ? [2, 3] : 1}>
          <Inline words={block.words} />
        </Heading>
      )
    case 'paragraph':
      return (
        <Text>
          <Inline words={block.words} />
        </Text>
      )
    case 'list':
      return <ItemsOf {...block} />
    case 'table':
      return <TableOf {...block} />
    case 'picture':
      return (
        <Card as="figure" border margin={0} overflow="hidden" radius={3}>
          <Picture src={pictureAddress(block.file)} alt={block.about} loading="lazy" />
        </Card>
      )
  }
}

function ItemsOf({numbered, items}: Extract<Block, {kind: 'list'}>) {
  return (
    <List as={numbered ? 'ol' : 'ul'}>
      {items.map((words) => (
        <li key={plain(words)}>
          <Inline words={words} />
        </li>
      ))}
    </List>
  )
}

/** Wider than a telephone, it is moved within its frame, by keyboard too. */
function TableOf({head, rows}: Extract<Block, {kind: 'table'}>) {
  return (
    <Card overflow="auto" tabIndex={0} role="group" aria-label={head.map(plain).join(', ')}>
      <Table>
        <thead>
          <tr>
            {head.map((words) => (
              <th key={plain(words)} scope="col">
                <Text size={1} weight="semibold">
                  <Inline words={words} />
                </Text>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.map(plain).join()}>
              {cells.map((words) => (
                <td key={plain(words)}>
                  <Text size={1}>
                    <Inline words={words} />
                  </Text>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}

const plain = (words: Words[]) => words.map(({text}) => text).join('')

function Inline({words}: {words: Words[]}) {
  return words.map((word) => <Word key={word.at} word={word} />)
}

function Word({word}: {word: Words}) {
  if (word.kind === 'link') return <PageLink state={{page: pageOf(word.target)}}>{word.text}</PageLink>
  if (word.kind === 'strong') return <strong>{word.text}</strong>
  if (word.kind === 'em') return <em>{word.text}</em>
  return word.kind === 'code' ? <code>{word.text}</code> : word.text
}
