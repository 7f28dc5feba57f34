import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {defineField, defineType} from 'sanity'
import {withWords} from '../first-words.ts'
import {adviceOnWords} from '../loaded-words.ts'

export const question = defineType({
  name: 'question',
  title: 'Question',
  type: 'object',
  icon: HelpCircleIcon,
  fields: [
    defineField({
      name: 'question',
      title: 'Question',
      type: 'string',
      description: 'In the words of those who ask it.',
      validation: (rule) => [
        rule.required().error('Write the question.'),
        rule.custom((words) => adviceOnWords(words)).warning(),
      ],
    }),
    defineField({
      name: 'answer',
      title: 'Answer',
      type: 'richText',
      description: 'The first sentence answers it.',
      validation: (rule) => rule.custom(withWords('Write the answer.')),
    }),
    defineField({
      name: 'source',
      title: 'Source',
      type: 'source',
      description: 'For an answer that rests on a fact that others can look up.',
      options: {collapsible: true, collapsed: true},
    }),
  ],
  preview: {
    select: {title: 'question', publisher: 'source.publisher'},
    prepare: ({title, publisher}) => ({
      title: title ?? 'No question yet',
      subtitle: publisher ? `Source: ${publisher}` : undefined,
    }),
  },
})
