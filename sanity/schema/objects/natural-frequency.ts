import {NumberIcon} from '@sanity/icons/Number'
import {defineField, defineType} from 'sanity'
import {frequencyQualifiers} from '#lib/claims.ts'

export const naturalFrequency = defineType({
  name: 'naturalFrequency',
  title: 'Natural frequency',
  type: 'object',
  icon: NumberIcon,
  options: {columns: 3},
  fields: [
    defineField({
      name: 'qualifier',
      title: 'How exact',
      type: 'string',
      options: {list: [...frequencyQualifiers]},
    }),
    defineField({name: 'count', title: 'Count', type: 'number'}),
    defineField({name: 'outOf', title: 'Out of', type: 'number'}),
  ],
  preview: {
    select: {count: 'count', outOf: 'outOf', qualifier: 'qualifier'},
    prepare: ({count, outOf, qualifier}) => ({
      title: `${qualifier ?? ''} ${count ?? '?'} in ${outOf ?? '?'}`.trim(),
    }),
  },
})
