import {Card, Stack, Text} from '@sanity/ui'
import type {Notice} from '#sanity/sign-off/tell.ts'

/** Who was told by letter of something that staff did, and who was not. */
export function ToldByLetter({told}: {told: readonly Notice[]}) {
  const [sent, failed] = [told.filter(({mailed}) => mailed), told.filter(({mailed}) => !mailed)]
  if (told.length === 0) return null
  return (
    <Card padding={4} radius={2} border tone={failed.length > 0 ? 'caution' : 'positive'} role="status">
      <Stack gap={3}>
        {sent.length > 0 && <Text size={1}>Told by letter: {inWords(sent)}.</Text>}
        {failed.length > 0 && (
          <Text size={1}>
            The letter that tells {inWords(failed)} of this could not be sent. Tell them yourself.
          </Text>
        )}
      </Stack>
    </Card>
  )
}

/** Names with their addresses, by which somebody sees where a letter goes. */
export function inWords(people: readonly {name: string; email: string}[]): string {
  return people.map(({name, email}) => (name === '' ? email : `${name}, ${email}`)).join('; ')
}
