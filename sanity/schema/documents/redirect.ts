import {TransferIcon} from '@sanity/icons/Transfer'
import {defineField, defineType} from 'sanity'
import {redirectProblem, sitePathProblem} from '#lib/redirects.ts'
import {checkedBy} from '../checked-by.ts'

export const redirect = defineType({
  name: 'redirect',
  title: 'Redirect',
  type: 'document',
  icon: TransferIcon,
  initialValue: {permanent: true},
  fields: [
    defineField({
      name: 'from',
      title: 'Old address',
      type: 'string',
      description: 'The part after the name of the site: /join-us.',
      validation: (rule) => [
        rule.required().error('Give the old address.'),
        rule.custom(checkedBy(sitePathProblem)),
      ],
    }),
    defineField({
      name: 'to',
      title: 'New address',
      type: 'string',
      description: 'Also on this site: /joining.',
      validation: (rule) => [
        rule.required().error('Give the new address.'),
        rule.custom(checkedBy(sitePathProblem)),
        rule.custom((to, {document}) => redirectProblem({from: document?.from, to}) ?? true),
      ],
    }),
    defineField({
      name: 'permanent',
      title: 'For good',
      type: 'boolean',
      description: 'Search engines then forget the old address. Switch it off for a detour of a few weeks.',
      initialValue: true,
    }),
  ],
  orderings: [{title: 'Old address', name: 'from', by: [{field: 'from', direction: 'asc'}]}],
  preview: {
    select: {from: 'from', to: 'to', permanent: 'permanent'},
    prepare: ({from, to, permanent}) => ({
      title: `${from ?? '…'} → ${to ?? '…'}`,
      subtitle: permanent ? 'For good' : 'For a while',
    }),
  },
})
