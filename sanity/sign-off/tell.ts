import type {MailMessage} from '#lib/mail/message.ts'
import type {NoticeFacts, Told} from '#lib/sign-off/notices.ts'
import {type Around, handOver, type Staff} from './around.ts'

/** Somebody who was told, and whether the letter went off: one that did not is for staff to tell by themselves. */
export type Notice = Told & {mailed: boolean}

/** Tells people something, each by a letter of their own. */
export function tell(
  people: readonly Told[],
  letterTo: (person: Told) => MailMessage,
  around: Around,
): Promise<Notice[]> {
  return Promise.all(
    people.map(async ({name, email}) => ({
      name,
      email,
      mailed: await handOver(letterTo({name, email}), around),
    })),
  )
}

/** The addresses of people, as the record names them. */
export const addressesOf = (people: readonly Told[]) => people.map(({email}) => email).join(', ')

/** What a letter says that tells of what a member of staff did. An answer goes to the Trust, where somebody else reads it. */
export function factsOf(title: string, {name, email}: Staff, {trustName, trustEmail}: Around): NoticeFacts {
  const own = email === '' ? null : {name, address: email}
  return {trustName, title, replyTo: trustEmail === null ? own : {name: trustName, address: trustEmail}}
}
