import {EnvelopeIcon} from '@sanity/icons/Envelope'
import {defineField, defineType} from 'sanity'
import {type ContactRoute, contactRouteProblem, emailProblem, telephoneProblem} from '#lib/schools.ts'
import {checkedBy} from '../checked-by.ts'
import {webAddressRule} from '../web-address.ts'

export const contactRoute = defineType({
  name: 'contactRoute',
  title: 'Contact route',
  type: 'object',
  icon: EnvelopeIcon,
  fields: [
    defineField({
      name: 'kind',
      title: 'By',
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
      validation: (rule) => rule.custom(checkedBy(emailProblem)),
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
      validation: (rule) => rule.custom(checkedBy(telephoneProblem)),
    }),
    defineField({
      name: 'url',
      title: 'Address of the form',
      type: 'url',
      hidden: ({parent}) => parent?.kind !== 'website',
      validation: webAddressRule,
    }),
    defineField({
      name: 'name',
      title: 'Who answers',
      type: 'string',
      description: 'A name or a role, such as “the school office”.',
      hidden: ({parent}) => !parent?.kind,
    }),
  ],
  validation: (rule) =>
    rule.custom((route: ContactRoute | undefined) =>
      route?.kind ? (contactRouteProblem(route) ?? true) : true,
    ),
})
