import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {datedSourceProblems, sourceAddressProblems} from '#lib/sources.ts'
import {heldBackError} from '#sanity/schema/checked-by.ts'
import {fields, list, readSource, text} from '#sanity/schema/read-value.ts'
import {countedWithNames} from '../row-words.ts'
import {questionKinds} from './kinds.ts'

const readQuestions = list(fields({_key: text, source: readSource}))

/** What is wrong with the source of an answer, at the field where it is wrong. An answer to a myth has to have one. */
const sourceProblemsOf = ({_key = '', source}: ReturnType<typeof readQuestions>[number], isMyth: boolean) =>
  (isMyth ? datedSourceProblems : sourceAddressProblems)(source).map(({path, message}) =>
    heldBackError(message, [{_key}, 'source', ...path]),
  )

export const questionsSection = defineType({
  name: 'questionsSection',
  title: 'Questions and answers',
  type: 'object',
  icon: HelpCircleIcon,
  fields: [
    defineField({name: 'heading', title: 'Heading', type: 'string', description: 'May be left empty.'}),
    defineField({
      name: 'kind',
      title: 'About',
      type: 'string',
      initialValue: questionKinds[0].value,
      options: {layout: 'radio', list: [...questionKinds]},
    }),
    defineField({
      name: 'questions',
      title: 'Questions',
      type: 'array',
      of: [defineArrayMember({type: 'question'})],
      validation: (rule) => [
        rule.required().min(1).error('Ask at least one question, or remove the section.'),
        rule.custom((questions, {parent}) => {
          const section: {kind?: string} | undefined = parent ?? undefined
          const isAboutMyths = section?.kind === 'myths'
          const problems = readQuestions(questions).flatMap((asked) => sourceProblemsOf(asked, isAboutMyths))
          return problems.length === 0 || problems
        }),
      ],
    }),
  ],
  preview: {
    select: {heading: 'heading', first: 'questions.0.question', questions: 'questions'},
    prepare: ({heading, first, questions}) => ({
      title: heading ?? first ?? 'Questions and answers',
      subtitle: countedWithNames(questions, {one: 'question', many: 'questions'}, [
        heading === undefined ? undefined : first,
      ]),
    }),
  },
})
