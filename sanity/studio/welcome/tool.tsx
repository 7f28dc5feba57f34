import {Card, Container, Grid, Heading, Stack, Text} from '@sanity/ui'
import {lazy, type ReactNode, Suspense, useId} from 'react'
import {LoadingBlock, useTools} from 'sanity'
import {useRouterState} from 'sanity/router'
import {PageLink} from '../handbook/page-link.ts'
import {TaskRow} from './task-row.tsx'
import {help, rules, tasks} from './words.ts'

/** Fetched only when it is read. */
const Handbook = lazy(async () => ({default: (await import('../handbook/handbook.tsx')).Handbook}))

/** The tool “Welcome”, with the handbook below it. */
export function WelcomeTool() {
  const page = useRouterState((state) => state.page)
  if (typeof page !== 'string') return <Welcome />
  return (
    <Suspense fallback={<LoadingBlock />}>
      <Handbook page={page} />
    </Suspense>
  )
}

/** What this is, what is done here, what always holds, and whom to ask. */
function Welcome() {
  return (
    <Card as="main" height="fill" overflow="auto">
      <Container width={3} paddingX={[3, 4]} paddingTop={[4, 5]} paddingBottom={6}>
        <Stack gap={5}>
          <Stack gap={4}>
            <Heading as="h1" size={[2, 3]}>
              Welcome
            </Heading>
            <Text>
              Here you write the Trust’s website: its pages, its schools, what people in them say, and what
              belonging to the Trust is good for.
            </Text>
          </Stack>
          <Grid gridTemplateColumns={[1, 1, 2]} gap={5}>
            <Tasks />
            <Stack gap={5}>
              <Rules />
              <Help />
            </Stack>
          </Grid>
        </Stack>
      </Container>
    </Card>
  )
}

/** Those whose tool is in the bar. */
function Tasks() {
  const tools = useTools().map(({name}) => name)
  return (
    <Part title="What you will do here">
      <Stack as="ul" gap={2} padding={0}>
        {tasks
          .filter(({start}) => 'create' in start || tools.includes(start.tool))
          .map((task) => (
            <TaskRow key={task.title} task={task} />
          ))}
      </Stack>
    </Part>
  )
}

function Rules() {
  return (
    <Part title="Three things to rely on">
      <Stack as="ul" gap={4} padding={0}>
        {rules.map(({title, about}) => (
          <Stack as="li" key={title} gap={3}>
            <Text weight="semibold">{title}</Text>
            <Text size={1} muted>
              {about}
            </Text>
          </Stack>
        ))}
      </Stack>
    </Part>
  )
}

function Help() {
  return (
    <Part title="When you are stuck">
      <Stack gap={4}>
        <Text size={1}>
          <PageLink state={{page: 'contents'}}>Read the handbook</PageLink>. It goes through all of this in
          steps, with pictures.
        </Text>
        {help.map((sentence) => (
          <Text key={sentence} size={1}>
            {sentence}
          </Text>
        ))}
      </Stack>
    </Part>
  )
}

function Part({title, children}: {title: string; children: ReactNode}) {
  const headingId = useId()
  return (
    <Stack as="section" gap={4} aria-labelledby={headingId}>
      <Heading as="h2" size={1} id={headingId}>
        {title}
      </Heading>
      {children}
    </Stack>
  )
}
