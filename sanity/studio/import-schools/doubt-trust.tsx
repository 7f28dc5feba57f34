import {Button, Card, Inline, Stack, Text} from '@sanity/ui'
import type {Review, SchoolImport} from './use-import.ts'

type Properties = {doubt: string; review: Review; schoolImport: SchoolImport}

/** Asks whether the trust is the right one, before there is anything to tick. */
export function DoubtTrust({doubt, review, schoolImport}: Properties) {
  return (
    <Stack gap={4}>
      <Card padding={4} radius={2} tone="caution" border role="alert">
        <Text>{doubt}</Text>
      </Card>
      <Inline gap={2}>
        <Button text="Choose another trust" onClick={() => schoolImport.changeTrust(review)} />
        <Button mode="ghost" text="Choose other files" onClick={() => schoolImport.startAgain()} />
        <Button
          mode="ghost"
          text="It is ours: show the schools"
          onClick={() => schoolImport.insistOnTrust(review)}
        />
      </Inline>
    </Stack>
  )
}
