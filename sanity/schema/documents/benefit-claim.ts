import {BarChartIcon} from '@sanity/icons/BarChart'
import {BulbOutlineIcon} from '@sanity/icons/BulbOutline'
import {defineField, defineType, type ValidationContext} from 'sanity'
import {
  contradictions,
  evidenceReviewAdvice,
  statisticProblems,
  unprovedNumberAdvice,
  unprovedNumberProblem,
} from '#lib/claims.ts'
import {heldBack, heldBackError, today} from '../checked-by.ts'
import {adviceOnWords} from '../loaded-words.ts'
import {readClaim, readStatistic, text} from '../read-value.ts'

/** The claim that a field belongs to. */
const claimOf = ({parent}: ValidationContext) => readClaim(parent) ?? {}

export const benefitClaim = defineType({
  name: 'benefitClaim',
  title: 'Benefit claim',
  type: 'document',
  icon: BulbOutlineIcon,
  initialValue: {kind: 'words'},
  fields: [
    defineField({
      name: 'statement',
      title: 'Statement',
      type: 'text',
      rows: 3,
      options: {search: {weight: 10}},
      description: 'The sentence as visitors read it.',
      validation: (rule) => [
        rule.required().error('Write the statement.'),
        rule.custom((_words, context) => heldBack(unprovedNumberProblem(claimOf(context)))),
        rule.custom((_words, context) => unprovedNumberAdvice(claimOf(context)) ?? true).warning(),
        rule
          .custom((words, context) => {
            const {kind, statistic} = claimOf(context)
            return adviceOnWords(words, [], Boolean(kind === 'statistic' && statistic?.asAt))
          })
          .warning(),
      ],
    }),
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      description: 'A statement with a number in it is a statistic and needs its evidence.',
      options: {
        layout: 'radio',
        direction: 'horizontal',
        list: [
          {value: 'words', title: 'Words'},
          {value: 'statistic', title: 'Statistic'},
        ],
      },
      validation: (rule) => rule.required().error('Choose the kind.'),
    }),
    defineField({
      name: 'statistic',
      title: 'Evidence',
      type: 'statistic',
      description: 'Visitors see it beside the statement, without opening anything.',
      hidden: ({document}) => document?.kind !== 'statistic',
      validation: (rule) => [
        rule.custom((statistic, {document}) => {
          const problems = document?.kind === 'statistic' ? statisticProblems(readStatistic(statistic)) : []
          return problems.length === 0 || problems.map(({path, message}) => heldBackError(message, [...path]))
        }),
        rule
          .custom((statistic, {document}) => {
            const evidence = readStatistic(statistic) ?? {}
            const found =
              document?.kind === 'statistic' ? contradictions(text(document.statement), evidence) : []
            return found.length === 0 || found.map(({path, message}) => ({path: [...path], message}))
          })
          .warning(),
        rule
          .custom((statistic, {document}) => {
            const isStatistic = document?.kind === 'statistic'
            const message = isStatistic
              ? evidenceReviewAdvice(readStatistic(statistic)?.reviewBy, today())
              : null
            return message === null || {path: ['reviewBy'], message}
          })
          .warning(),
      ],
    }),
  ],
  orderings: [
    {title: 'Statement', name: 'statement', by: [{field: 'statement', direction: 'asc'}]},
    {
      title: 'Next to be looked at again',
      name: 'reviewBy',
      by: [{field: 'statistic.reviewBy', direction: 'asc'}],
    },
  ],
  preview: {
    select: {
      statement: 'statement',
      kind: 'kind',
      asAt: 'statistic.asAt',
      publisher: 'statistic.source.publisher',
      reviewBy: 'statistic.reviewBy',
    },
    prepare: ({statement, kind, asAt, publisher, reviewBy}) => ({
      title: statement ?? 'No words yet',
      subtitle:
        kind === 'statistic'
          ? [
              'Statistic',
              publisher ?? 'no source yet',
              asAt,
              reviewBy && evidenceReviewAdvice(reviewBy, today()) ? 'due for another look' : undefined,
            ]
              .filter(Boolean)
              .join(', ')
          : 'Words',
      media: kind === 'statistic' ? BarChartIcon : BulbOutlineIcon,
    }),
  },
})
