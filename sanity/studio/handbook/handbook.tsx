import {Card, Container, Stack, Text} from '@sanity/ui'
import {useEffect, useRef, useState} from 'react'
import {LoadingBlock} from 'sanity'
import {HandbookBlock} from './blocks.tsx'
import {PageLink} from './page-link.ts'
import {contentsPage, pageText} from './pages.ts'
import {type Block, readMarkdown} from './read-markdown.ts'

type Known = {page: string; blocks: Block[] | 'missing'}

/** A page of the handbook, with the way back to its contents and to Welcome. */
export function Handbook({page}: {page: string}) {
  const [known, setKnown] = useState<Known | null>(null)
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let isCurrent = true
    const read = pageText(page).then((text) => (text === null ? 'missing' : readMarkdown(text)))
    read
      .catch(() => 'missing' as const)
      .then((blocks) => {
        if (!isCurrent) return
        setKnown({page, blocks})
        top.current?.scrollTo(0, 0)
      })
    return () => {
      isCurrent = false
    }
  }, [page])
  return (
    <Card as="main" height="fill" overflow="auto" ref={top}>
      <Container width={2} paddingX={[3, 4]} paddingTop={[4, 5]} paddingBottom={6}>
        <Stack gap={5}>
          <Text as="nav" size={1} aria-label="Handbook">
            <PageLink toIndex>Welcome</PageLink>
            {page !== contentsPage && (
              <>
                {' · '}
                <PageLink state={{page: contentsPage}}>All of the handbook</PageLink>
              </>
            )}
          </Text>
          {known?.page === page ? <Contents blocks={known.blocks} /> : <LoadingBlock />}
        </Stack>
      </Container>
    </Card>
  )
}

function Contents({blocks}: Pick<Known, 'blocks'>) {
  if (blocks === 'missing')
    return <Text>This page of the handbook could not be found. Try again in a moment.</Text>
  return blocks.map((block) => <HandbookBlock key={block.at} block={block} />)
}
