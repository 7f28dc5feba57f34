import {BarChartIcon} from '@sanity/icons/BarChart'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {countedWithNames} from '../row-words.ts'
import {listStyles} from './list-styles.ts'

export const benefitClaimsSection = defineType({
  name: 'benefitClaimsSection',
  title: 'Benefit claims',
  type: 'object',
  icon: BarChartIcon,
  fields: [
    defineField({name: 'heading', title: 'Heading', type: 'string', description: 'May be left empty.'}),
    defineField({
      name: 'claims',
      title: 'Claims',
      type: 'array',
      description: 'A statistic is shown with its picture, its date, its population and its source.',
      of: [defineArrayMember({type: 'reference', to: [{type: 'benefitClaim'}]})],
      validation: (rule) => [
        rule.required().min(1).error('Choose at least one claim, or remove the section.'),
        rule.unique().error('Choose each claim once.'),
      ],
    }),
    defineField({
      name: 'listStyle',
      title: 'Shown as',
      type: 'string',
      initialValue: listStyles[0].value,
      options: {layout: 'radio', list: [...listStyles]},
    }),
    defineField({
      name: 'introduction',
      title: 'Introduction',
      type: 'richText',
      description: 'May be left empty. Shown above the claims, such as a sentence that ends with a colon.',
    }),
  ],
  preview: {
    select: {heading: 'heading', first: 'claims.0.statement', claims: 'claims'},
    prepare: ({heading, first, claims}) => ({
      title: heading ?? first ?? 'Benefit claims',
      subtitle: countedWithNames(claims, {one: 'benefit claim', many: 'benefit claims'}, [
        heading === undefined ? undefined : first,
      ]),
    }),
  },
})
