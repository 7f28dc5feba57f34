import {ImageIcon} from '@sanity/icons/Image'
import {defineField, defineType} from 'sanity'

export const pictureSection = defineType({
  name: 'pictureSection',
  title: 'Picture',
  type: 'object',
  icon: ImageIcon,
  fields: [
    defineField({
      name: 'picture',
      title: 'Picture',
      type: 'picture',
      validation: (rule) => rule.required().assetRequired().error('Choose a picture, or remove the section.'),
    }),
  ],
  preview: {
    select: {caption: 'picture.caption', alt: 'picture.alt', media: 'picture'},
    prepare: ({caption, alt, media}) => ({
      title: caption ?? alt ?? 'Picture without words',
      subtitle: 'Picture',
      media,
    }),
  },
})
