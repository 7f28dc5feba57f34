import {BlockContentIcon} from '@sanity/icons/BlockContent'
import {defineField, defineType} from 'sanity'
import {firstWords, withWords} from '#sanity/schema/first-words.ts'

export const richTextSection = defineType({
  name: 'richTextSection',
  title: 'Text',
  type: 'object',
  icon: BlockContentIcon,
  fields: [
    defineField({name: 'heading', title: 'Heading', type: 'string', description: 'May be left empty.'}),
    defineField({
      name: 'body',
      title: 'Text',
      type: 'richText',
      validation: (rule) => rule.custom(withWords('Write the text, or remove the section.')),
    }),
  ],
  preview: {
    select: {heading: 'heading', body: 'body'},
    prepare: ({heading, body}) => {
      const words = firstWords(body) ?? 'no words yet'
      return heading === undefined
        ? {title: words, subtitle: 'Text'}
        : {title: heading, subtitle: `Text: ${words}`}
    },
  },
})
