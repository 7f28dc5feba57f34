import {LaunchIcon} from '@sanity/icons/Launch'
import {defineField, defineType} from 'sanity'
import {firstWords, withWords} from '#sanity/schema/first-words.ts'

export const resourceLinkSection = defineType({
  name: 'resourceLinkSection',
  title: 'Link to a resource',
  type: 'object',
  icon: LaunchIcon,
  fields: [
    defineField({
      name: 'announcement',
      title: 'Sentence that announces it',
      type: 'richText',
      description: 'The link stands below it. Without an address visitors see neither.',
      validation: (rule) => rule.custom(withWords('Write the sentence that announces the link.')),
    }),
    defineField({
      name: 'resource',
      title: 'Resource',
      type: 'reference',
      to: [{type: 'resource'}],
      validation: (rule) =>
        rule.required().warning('Without a resource the sentence and the link are held back from visitors.'),
    }),
  ],
  preview: {
    select: {announcement: 'announcement', resource: 'resource.title', url: 'resource.url'},
    prepare: ({announcement, resource, url}) => ({
      title: resource ?? firstWords(announcement) ?? 'No words yet',
      subtitle: url ? `Link to a resource: ${url}` : 'Link to a resource: held back until it has an address',
    }),
  },
})
