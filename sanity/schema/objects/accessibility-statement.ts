import {defineField, defineType} from 'sanity'
import {emailProblem} from '#lib/schools.ts'
import {complianceProblem} from '#lib/statement-compliance.ts'
import {answerWithinProblem, futureDayProblem, reviewProblem} from '#lib/statement-review.ts'
import {checkedBy, checkedText, today} from '../checked-by.ts'
import {day} from '../day.ts'
import {readStatement} from '../read-value.ts'

const notInFuture = checkedText((value) => futureDayProblem(value, today()))

/** What the page “Accessibility statement” says beyond what is true of every site of this kind. */
export const accessibilityStatement = defineType({
  name: 'accessibilityStatement',
  title: 'Accessibility statement',
  type: 'object',
  fields: [
    defineField({
      name: 'preparedOn',
      title: 'First prepared on',
      ...day,
      validation: (rule) => rule.custom(notInFuture),
    }),
    defineField({
      name: 'reviewedOn',
      title: 'Last reviewed on',
      ...day,
      description: 'When somebody last read it and found it true. Due again after twelve months.',
      validation: (rule) => rule.custom(notInFuture),
    }),
    defineField({
      name: 'testedOn',
      title: 'Site last tested on',
      ...day,
      validation: (rule) => rule.custom(notInFuture),
    }),
    defineField({
      name: 'testedBy',
      title: 'Tested by',
      type: 'string',
      description: 'As it ends “The test was carried out by …”.',
    }),
    defineField({
      name: 'testedHow',
      title: 'What was tested, and how',
      type: 'text',
      rows: 4,
      description: 'In plain words: which pages, with which tools, with which people.',
    }),
    defineField({
      name: 'compliance',
      title: 'How far the site meets WCAG 2.2 AA',
      type: 'string',
      options: {
        layout: 'radio',
        list: [
          {value: 'full', title: 'In full'},
          {value: 'partial', title: 'In part: it meets most of it'},
          {value: 'none', title: 'It does not: it fails most of it'},
        ],
      },
    }),
    defineField({
      name: 'knownIssues',
      title: 'What does not work yet',
      type: 'text',
      rows: 5,
      description: 'In plain words, one per line, with what people can do instead.',
    }),
    defineField({
      name: 'improvements',
      title: 'What is being done about it',
      type: 'text',
      rows: 4,
      description: 'In plain words, one per line, with when.',
    }),
    defineField({
      name: 'contactEmail',
      title: 'Where to report a problem',
      type: 'string',
      description: 'An e-mail address. Without one, the statement gives that of the Trust.',
      validation: (rule) => rule.custom(checkedText(emailProblem)),
    }),
    defineField({
      name: 'answerWithin',
      title: 'Working days until an answer',
      type: 'number',
      validation: (rule) => rule.custom(checkedBy(answerWithinProblem)),
    }),
  ],
  validation: (rule) => [
    rule.custom((statement) => {
      const message = complianceProblem(readStatement(statement) ?? {})
      return message ? {path: ['compliance'], message} : true
    }),
    rule
      .custom((statement) => {
        const message = reviewProblem(readStatement(statement) ?? {}, today())
        return message ? {path: ['reviewedOn'], message} : true
      })
      .warning(),
  ],
})
