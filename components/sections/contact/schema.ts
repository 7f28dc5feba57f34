import {EnvelopeIcon} from '@sanity/icons/Envelope'
import {defineField, defineType} from 'sanity'

export const contactSection = defineType({
  name: 'contactSection',
  title: 'Contact',
  type: 'object',
  icon: EnvelopeIcon,
  fields: [
    defineField({name: 'heading', title: 'Heading', type: 'string', initialValue: 'Get in touch'}),
    defineField({
      name: 'introduction',
      title: 'Introduction',
      type: 'richText',
      description: 'The Trust’s address, telephone number and e-mail address follow it, from the settings.',
    }),
  ],
  preview: {
    select: {heading: 'heading'},
    prepare: ({heading}) => ({title: heading ?? 'Contact', subtitle: 'Contact: from the settings'}),
  },
})
