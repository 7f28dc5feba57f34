import {EnvelopeIcon} from '@sanity/icons/Envelope'
import {defineField, defineType, type ValidationContext, type ValidationError} from 'sanity'
import {contactRouteProblem, emailProblem, telephoneProblem} from '#lib/schools.ts'
import {heldBack} from '../checked-by.ts'
import {readContactRoute, text} from '../read-value.ts'
import {withoutStudioCheck} from '../web-address.ts'

/** What is wrong with the route that was chosen, where this is it; else with a value that is left from another choice. */
function checkPart(
  kind: string,
  {parent}: ValidationContext,
  leftOverProblem: string | null,
): ValidationError | true {
  const route = readContactRoute(parent)
  return heldBack(route?.kind === kind ? contactRouteProblem(route) : leftOverProblem)
}

/** Its rules stand with its fields: those of the type itself give way to the rule that a school has for its route. */
export const contactRoute = defineType({
  name: 'contactRoute',
  title: 'How to ask',
  type: 'object',
  icon: EnvelopeIcon,
  fields: [
    defineField({
      name: 'kind',
      title: 'Way to ask',
      type: 'string',
      options: {
        layout: 'radio',
        direction: 'horizontal',
        list: [
          {value: 'email', title: 'E-mail'},
          {value: 'telephone', title: 'Telephone'},
          {value: 'website', title: 'Form on its website'},
        ],
      },
    }),
    defineField({
      name: 'email',
      title: 'E-mail address',
      type: 'string',
      hidden: ({parent}) => parent?.kind !== 'email',
      validation: (rule) =>
        rule.custom((email, context) => checkPart('email', context, emailProblem(text(email)))),
    }),
    defineField({
      name: 'showEmail',
      title: 'Show this address on the school’s page',
      type: 'boolean',
      description:
        'Only when the school wants it there. Visitors write to the school through a form, which does not show it.',
      initialValue: false,
      hidden: ({parent}) => parent?.kind !== 'email',
    }),
    defineField({
      name: 'telephone',
      title: 'Telephone number',
      type: 'string',
      hidden: ({parent}) => parent?.kind !== 'telephone',
      validation: (rule) =>
        rule.custom((telephone, context) =>
          checkPart('telephone', context, telephoneProblem(text(telephone))),
        ),
    }),
    defineField({
      name: 'url',
      title: 'Address of the form',
      type: 'url',
      hidden: ({parent}) => parent?.kind !== 'website',
      validation: (rule) =>
        withoutStudioCheck(rule).custom((_url, context) => checkPart('website', context, null)),
    }),
    defineField({
      name: 'name',
      title: 'Who answers',
      type: 'string',
      description: 'A name or a role, such as “the school office”.',
      hidden: ({parent}) => !parent?.kind,
    }),
  ],
})
