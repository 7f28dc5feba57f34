import {ImageIcon} from '@sanity/icons/Image'
import {defineField, defineType} from 'sanity'
import {altTextProblem, consentProblem, type PictureFacts} from '#lib/pictures.ts'
import {checkedBy} from '../checked-by.ts'
import {day} from '../day.ts'

export const picture = defineType({
  name: 'picture',
  title: 'Picture',
  type: 'image',
  icon: ImageIcon,
  options: {
    hotspot: true,
    metadata: ['lqip', 'palette'],
    accept: 'image/jpeg,image/png,image/webp,image/avif',
  },
  fields: [
    defineField({
      name: 'alt',
      title: 'What the picture shows',
      type: 'string',
      description:
        'Read aloud to people who cannot see it. Say what matters in it, without “picture of”. Never a child’s name.',
      hidden: ({parent}) => parent?.decorative === true,
    }),
    defineField({
      name: 'decorative',
      title: 'The picture is decoration only',
      type: 'boolean',
      description: 'It says nothing that the words beside it do not say, and is not read aloud.',
    }),
    defineField({
      name: 'caption',
      title: 'Caption',
      type: 'string',
      description: 'Shown under the picture. Never a child’s name.',
    }),
    defineField({
      name: 'showsPupils',
      title: 'Pupils can be recognised in it',
      type: 'boolean',
    }),
    defineField({
      name: 'consentDate',
      title: 'Date of consent',
      ...day,
      description: 'When the parents or carers agreed to this use of the picture.',
      hidden: ({parent}) => parent?.showsPupils !== true,
    }),
  ],
  validation: (rule) => [
    rule.custom(checkedBy<PictureFacts>(altTextProblem)),
    rule.custom(checkedBy<PictureFacts>(consentProblem)),
  ],
  preview: {
    select: {alt: 'alt', caption: 'caption', decorative: 'decorative', asset: 'asset'},
    prepare: ({alt, caption, decorative, asset}) => ({
      title: caption ?? alt ?? (decorative ? 'Decoration' : 'Says nothing to those who cannot see it yet'),
      media: asset,
    }),
  },
})
