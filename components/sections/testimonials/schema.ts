import {BlockquoteIcon} from '@sanity/icons/Blockquote'
import {defineArrayMember, defineField, defineType} from 'sanity'

export const testimonialsSection = defineType({
  name: 'testimonialsSection',
  title: 'Testimonials',
  type: 'object',
  icon: BlockquoteIcon,
  fields: [
    defineField({name: 'heading', title: 'Heading', type: 'string', description: 'May be left empty.'}),
    defineField({
      name: 'introduction',
      title: 'Introduction',
      type: 'richText',
      description: 'Shown above the quotations.',
    }),
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
  ],
  preview: {
    select: {
      heading: 'heading',
      first: 'testimonials.0.quotation',
      testimonials: 'testimonials',
    },
    prepare: ({heading, first, testimonials}) => ({
      title: heading ?? first ?? 'No testimonials chosen yet',
      subtitle: `Testimonials: ${Object.keys(testimonials ?? {}).length}`,
    }),
  },
})
