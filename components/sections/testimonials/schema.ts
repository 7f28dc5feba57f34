import {BlockquoteIcon} from '@sanity/icons/Blockquote'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {countedWithNames} from '../row-words.ts'

export const testimonialsSection = defineType({
  name: 'testimonialsSection',
  title: 'Testimonials',
  type: 'object',
  icon: BlockquoteIcon,
  fields: [
    defineField({name: 'heading', title: 'Heading', type: 'string', description: 'May be left empty.'}),
    defineField({
      name: 'testimonials',
      title: 'Testimonials',
      type: 'array',
      description: 'All of them are shown, one below the other, in this order.',
      of: [defineArrayMember({type: 'reference', to: [{type: 'testimonial'}]})],
      validation: (rule) => [
        rule.required().min(1).error('Choose at least one testimonial, or remove the section.'),
        rule.unique().error('Choose each testimonial once.'),
      ],
    }),
    defineField({
      name: 'introduction',
      title: 'Introduction',
      type: 'richText',
      description: 'May be left empty. Shown above the quotations.',
    }),
  ],
  preview: {
    select: {
      heading: 'heading',
      quotation: 'testimonials.0.quotation',
      testimonials: 'testimonials',
      first: 'testimonials.0.attribution.text',
      second: 'testimonials.1.attribution.text',
      third: 'testimonials.2.attribution.text',
    },
    prepare: ({heading, quotation, testimonials, first, second, third}) => ({
      title: heading ?? quotation ?? 'Testimonials',
      subtitle: countedWithNames(testimonials, {one: 'testimonial', many: 'testimonials'}, [
        first,
        second,
        third,
      ]),
    }),
  },
})
