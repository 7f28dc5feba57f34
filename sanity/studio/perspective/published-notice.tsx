import {Box, Button, Card, Flex, Text} from '@sanity/ui'
import {type ActiveToolLayoutProps, usePerspective, useSetPerspective} from 'sanity'

/** The tools whose forms and lists show one perspective; the others show the same in each. */
const toolsInPerspective: readonly string[] = ['structure', 'presentation']

/** A tool of the Studio, below a notice while it shows what is published: nothing can be changed, and drafts are hidden. */
export function ToolInPerspective(props: ActiveToolLayoutProps) {
  const isPublishedShown = usePerspective().selectedPerspective === 'published'
  if (!isPublishedShown || !toolsInPerspective.includes(props.activeTool.name))
    return props.renderDefault(props)
  return (
    <Flex direction="column" height="fill">
      <PublishedNotice />
      <Flex direction="column" flex={1} style={{minHeight: 0}}>
        {props.renderDefault(props)}
      </Flex>
    </Flex>
  )
}

function PublishedNotice() {
  const setPerspective = useSetPerspective()
  return (
    <Card borderBottom padding={3} role="status" tone="caution">
      <Flex align="center" gap={3} justify="center">
        <Text size={1}>You see what visitors see. Drafts are hidden, and nothing can be changed here.</Text>
        <Box flex="none">
          <Button
            fontSize={1}
            mode="ghost"
            onClick={() => setPerspective('drafts')}
            padding={2}
            text="Back to Drafts"
          />
        </Box>
      </Flex>
    </Card>
  )
}
