import {BookIcon} from '@sanity/icons/Book'
import {defineField, defineType} from 'sanity'
import {day} from '../day.ts'
import {webAddressRule} from '../web-address.ts'

/** The kinds of resource, in the words of the form. */
const kinds = [
  {value: 'article', title: 'Article'},
  {value: 'document', title: 'Document'},
  {value: 'report', title: 'Report'},
  {value: 'video', title: 'Video'},
  {value: 'website', title: 'Website'},
]

export const resource = defineType({
  name: 'resource',
  title: 'Resource',
  type: 'document',
  icon: BookIcon,
  initialValue: {kind: 'article'},
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      description: 'The words of the link.',
      validation: (rule) => rule.required().error('Give the title.'),
    }),
    defineField({name: 'publisher', title: 'Publisher', type: 'string'}),
    defineField({
      name: 'url',
      title: 'Address',
      type: 'url',
      description: 'Until it is filled in, visitors see neither the link nor the sentence that announces it.',
      validation: (rule) => [
        webAddressRule(rule),
        // No error: it may be published before somebody has found its address, as that of the first page was, because
        // until then the link and the sentence that announces it are held back together.
        rule.required().warning('Without an address, links to this are held back from visitors.'),
      ],
    }),
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      options: {list: kinds},
      validation: (rule) => rule.required().error('Choose what kind of resource it is.'),
    }),
    defineField({
      name: 'lastCheckedOn',
      title: 'Address last tried on',
      ...day,
      description: 'The day on which someone opened it and it still led to the right place.',
    }),
  ],
  orderings: [
    {title: 'Title', name: 'title', by: [{field: 'title', direction: 'asc'}]},
    {title: 'Publisher', name: 'publisher', by: [{field: 'publisher', direction: 'asc'}]},
    {title: 'Longest not tried', name: 'lastCheckedOn', by: [{field: 'lastCheckedOn', direction: 'asc'}]},
  ],
  preview: {
    select: {title: 'title', publisher: 'publisher', url: 'url'},
    prepare: ({title, publisher, url}) => ({
      title: title ?? 'No title yet',
      subtitle: [publisher, url ?? 'no address yet: held back'].filter(Boolean).join(' · '),
    }),
  },
})
