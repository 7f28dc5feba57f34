import {HomeIcon} from '@sanity/icons/Home'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {countedWithNames} from '../row-words.ts'

/** The ways to choose the schools of a section, in the words of the form. */
const selections = [
  {value: 'all', title: 'All schools, by name'},
  {value: 'by-phase', title: 'All schools, grouped by phase'},
  {value: 'chosen', title: 'Chosen schools'},
]

export const schoolsSection = defineType({
  name: 'schoolsSection',
  title: 'Schools',
  type: 'object',
  icon: HomeIcon,
  initialValue: {selection: 'all'},
  fields: [
    defineField({name: 'heading', title: 'Heading', type: 'string', description: 'May be left empty.'}),
    defineField({
      name: 'selection',
      title: 'Which schools',
      type: 'string',
      options: {layout: 'radio', list: selections},
      validation: (rule) => rule.required().error('Choose which schools are shown.'),
    }),
    defineField({
      name: 'schools',
      title: 'Chosen schools',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'school'}]})],
      hidden: ({parent}) => parent?.selection !== 'chosen',
      validation: (rule) => [
        rule.unique().error('Choose each school once.'),
        rule.custom((schools, {parent}) => {
          const section: {selection?: string} | undefined = parent ?? undefined
          return section?.selection === 'chosen' && !schools?.length ? 'Choose at least one school.' : true
        }),
      ],
    }),
    defineField({
      name: 'introduction',
      title: 'Introduction',
      type: 'richText',
      description: 'May be left empty. Shown above the schools.',
    }),
  ],
  preview: {
    select: {
      heading: 'heading',
      selection: 'selection',
      schools: 'schools',
      first: 'schools.0.name',
      second: 'schools.1.name',
      third: 'schools.2.name',
    },
    prepare: ({heading, selection, schools, first, second, third}) => ({
      title: heading ?? 'Schools',
      subtitle:
        selection === 'chosen'
          ? countedWithNames(schools, {one: 'school', many: 'schools'}, [first, second, third])
          : (selections.find(({value}) => value === selection)?.title ?? 'Which schools is not chosen yet'),
    }),
  },
})
