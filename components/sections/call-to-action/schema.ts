import {ArrowRightIcon} from '@sanity/icons/ArrowRight'
import {defineField, defineType} from 'sanity'
import {linkProblem} from '#lib/links.ts'
import {lengthAdvice} from '#lib/text-lengths.ts'
import {checkedText, heldBack} from '#sanity/schema/checked-by.ts'

export const callToActionSection = defineType({
  name: 'callToActionSection',
  title: 'Call to action',
  type: 'object',
  icon: ArrowRightIcon,
  fields: [
    defineField({name: 'heading', title: 'Heading', type: 'string', description: 'May be left empty.'}),
    defineField({
      name: 'text',
      title: 'Text',
      type: 'text',
      rows: 3,
      description: 'Why to do it, in a sentence or two.',
    }),
    defineField({
      name: 'label',
      title: 'Words of the link',
      type: 'string',
      description: 'What happens next, such as “Talk to our schools”. Not “Click here”.',
      validation: (rule) => [
        rule.required().error('Give the words of the link.'),
        rule.custom(checkedText((words) => lengthAdvice('buttonLabel', words))).warning(),
      ],
    }),
    defineField({
      name: 'target',
      title: 'Where it leads',
      type: 'link',
      validation: (rule) => rule.custom((target) => heldBack(target ? null : linkProblem(undefined))),
    }),
  ],
  preview: {
    select: {heading: 'heading', label: 'label'},
    prepare: ({heading, label}) => ({
      title: heading ?? label ?? 'No words yet',
      subtitle: `Call to action: ${label ?? 'no words yet'}`,
    }),
  },
})
