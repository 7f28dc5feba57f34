import {TransferIcon} from '@sanity/icons/Transfer'
import {defineField, defineType, getPublishedId, type ValidationContext} from 'sanity'
import type {Redirect} from '#lib/redirect-target.ts'
import {redirectProblem, sitePathProblem} from '#lib/redirects.ts'
import {checkedBy} from '../checked-by.ts'

/** Asks the rule about the redirect that is being checked, beside those that visitors follow now. */
async function checkBesideOthers(to: string | undefined, {document, getClient}: ValidationContext) {
  if (!document) return true
  const others = await getClient({apiVersion: '2025-02-19'}).fetch<Redirect[]>(
    '*[_type == "redirect" && _id != $id && defined(from) && defined(to)]{from, to, permanent}',
    {id: getPublishedId(document._id)},
    {perspective: 'published', tag: 'validation.redirects'},
  )
  return redirectProblem({from: document.from, to}, others) ?? true
}

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
      options: {search: {weight: 10}},
      description:
        'The part after the name of the site: /join-us. A page that is published there is shown all the same.',
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
        rule.custom(checkBesideOthers),
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
  orderings: [
    {title: 'Old address', name: 'from', by: [{field: 'from', direction: 'asc'}]},
    {title: 'New address', name: 'to', by: [{field: 'to', direction: 'asc'}]},
  ],
  preview: {
    select: {from: 'from', to: 'to', permanent: 'permanent'},
    prepare: ({from, to, permanent}) => ({
      title: `${from ?? '…'} → ${to ?? '…'}`,
      subtitle: permanent ? 'For good' : 'For a while',
    }),
  },
})
