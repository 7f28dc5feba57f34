import {BarChartIcon} from '@sanity/icons/BarChart'
import {defineField, defineType} from 'sanity'
import {day} from '../day.ts'

/** The evidence of a benefit claim. Its rules stand with the claim, because they hold only for statistics. */
export const statistic = defineType({
  name: 'statistic',
  title: 'Statistic',
  type: 'object',
  icon: BarChartIcon,
  fields: [
    defineField({
      name: 'counted',
      title: 'What is counted',
      type: 'string',
      description: 'Such as “schools judged good or outstanding”.',
    }),
    defineField({
      name: 'before',
      title: 'Before',
      type: 'naturalFrequency',
    }),
    defineField({
      name: 'after',
      title: 'After',
      type: 'naturalFrequency',
      description: 'Out of the same number as before.',
    }),
    defineField({
      name: 'population',
      title: 'Population',
      type: 'string',
      description: 'Whom the numbers speak of, in the source’s own words: “sponsored academies in England”.',
    }),
    defineField({
      name: 'ofThoseThat',
      title: 'Of those that …',
      type: 'string',
      description: 'When only a part of the population was counted: “had been inspected”.',
    }),
    defineField({
      name: 'asAt',
      title: 'As at',
      type: 'string',
      description: 'The date or period that the numbers speak of, as visitors read it: “end of 2017”.',
    }),
    defineField({
      name: 'asAtDate',
      title: 'The same as a date',
      ...day,
      description: 'For sorting. The last day of a period.',
    }),
    defineField({
      name: 'source',
      title: 'Source',
      type: 'source',
    }),
    defineField({
      name: 'doesNotShow',
      title: 'What this does not show',
      type: 'text',
      rows: 3,
      description: 'The limits of the numbers, in a sentence or two. Shown below them.',
    }),
    defineField({
      name: 'reviewBy',
      title: 'Look at it again by',
      ...day,
      description: 'From the day after, the Studio reminds you. Visitors go on seeing the claim.',
    }),
  ],
})
