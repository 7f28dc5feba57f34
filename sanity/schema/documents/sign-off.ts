import {LockIcon} from '@sanity/icons/Lock'
import {defineField, defineType} from 'sanity'
import {signOffTypes} from '#lib/sign-off/types.ts'

const text = (name: string, title: string) => defineField({name, title, type: 'string', readOnly: true})

/** The exact words of a record, and the server’s signature of them; what stands beside them is for searching. */
const signed = [text('record', 'Record'), text('signature', 'Signature')]

/*
 * What the site writes down about sign-off (see lib/sign-off/). Staff read it where the sign-off of a document is shown;
 * what is changed here by hand counts for nothing, because the signature no longer fits.
 */

export const signOffEvent = defineType({
  name: signOffTypes.event,
  title: 'Sign-off event',
  type: 'document',
  icon: LockIcon,
  readOnly: true,
  fields: [
    defineField({name: 'number', title: 'Number', type: 'number', readOnly: true}),
    text('kind', 'What happened'),
    text('at', 'When'),
    text('subject', 'Document'),
    text('request', 'Request'),
    text('token', 'Mark of the link'),
    ...signed,
  ],
})

export const signOffRequest = defineType({
  name: signOffTypes.request,
  title: 'Sign-off request',
  type: 'document',
  icon: LockIcon,
  readOnly: true,
  fields: [text('subject', 'Document'), ...signed],
})

export const signOffSnapshot = defineType({
  name: signOffTypes.snapshot,
  title: 'Sign-off snapshot',
  type: 'document',
  icon: LockIcon,
  readOnly: true,
  fields: [text('hash', 'Hash'), text('answer', 'Content')],
})

export const signOffKeptAnswer = defineType({
  name: signOffTypes.keptAnswer,
  title: 'Sign-off answer that is not sent yet',
  type: 'document',
  icon: LockIcon,
  readOnly: true,
  fields: [text('request', 'Request'), text('at', 'When'), text('sealed', 'Sealed')],
})
