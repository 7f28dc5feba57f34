import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {defineArrayMember, defineField, defineType} from 'sanity'

export const questionsSection = defineType({
  name: 'questionsSection',
  title: 'Questions and answers',
  type: 'object',
  icon: HelpCircleIcon,
  fields: [
    defineField({name: 'heading', title: 'Heading', type: 'string', description: 'May be left empty.'}),
    defineField({
      name: 'questions',
      title: 'Questions',
      type: 'array',
      of: [defineArrayMember({type: 'question'})],
      validation: (rule) => rule.min(1).error('Ask at least one question, or remove the section.'),
    }),
  ],
  preview: {
    select: {heading: 'heading', first: 'questions.0.question', questions: 'questions'},
    prepare: ({heading, first, questions}) => ({
      title: heading ?? first,
      subtitle: `Questions and answers: ${Object.keys(questions ?? {}).length}`,
    }),
  },
})
