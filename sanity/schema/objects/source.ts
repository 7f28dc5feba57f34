import {BookIcon} from '@sanity/icons/Book'
import {defineField, defineType} from 'sanity'
import {dayInWords} from '#lib/dates.ts'
import {day} from '../day.ts'
import {webAddressRule, withoutStudioCheck} from '../web-address.ts'

export const source = defineType({
  name: 'source',
  title: 'Source',
  type: 'object',
  icon: BookIcon,
  fields: [
    defineField({
      name: 'publisher',
      title: 'Publisher',
      type: 'string',
      description: 'Who says so, such as “Department for Education”.',
    }),
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      description: 'As the publisher wrote it, so that others can find it.',
    }),
    defineField({
      name: 'url',
      title: 'Address',
      type: 'url',
      // Its rule stands with what rests on the source: a statistic, or an answer.
      validation: withoutStudioCheck,
    }),
    defineField({name: 'publishedOn', title: 'Published on', ...day}),
    defineField({
      name: 'archivedUrl',
      title: 'Address of an archived copy',
      type: 'url',
      description: 'Such as the National Archives’ copy, for the day when the address above no longer works.',
      validation: webAddressRule,
    }),
  ],
  preview: {
    select: {publisher: 'publisher', title: 'title', publishedOn: 'publishedOn'},
    prepare: ({publisher, title, publishedOn}) => ({
      title: title ?? 'Source without a title',
      subtitle: [publisher, dayInWords(publishedOn ?? null)].filter(Boolean).join(', '),
    }),
  },
})
