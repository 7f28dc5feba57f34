import {defineArrayMember, defineType} from 'sanity'
import {headingStyles} from '#lib/headings.ts'
import {checkHeading} from '../heading-order.ts'
import {adviceOnBlock} from '../loaded-words.ts'

/** Portable Text with few marks: what a page of this site needs and what pastes cleanly from Word. */
export const richText = defineType({
  name: 'richText',
  title: 'Text',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [{title: 'Text', value: 'normal'}, ...headingStyles],
      lists: [
        {title: 'Bullets', value: 'bullet'},
        {title: 'Numbers', value: 'number'},
      ],
      marks: {
        decorators: [
          {title: 'Strong', value: 'strong'},
          {title: 'Emphasis', value: 'em'},
        ],
        annotations: [{type: 'link'}],
      },
      validation: (rule) => [rule.custom(checkHeading), rule.custom(adviceOnBlock).warning()],
    }),
  ],
})
