import {TransferIcon} from '@sanity/icons/Transfer'
import {defineField, defineType, getPublishedId, type ValidationContext} from 'sanity'
import type {Redirect} from '#lib/redirect-target.ts'
import {type Published, redirectProblem, redirectTargetProblem, sitePathProblem} from '#lib/redirects.ts'
import {heldBack} from '../checked-by.ts'
import {text} from '../read-value.ts'

/** Asks the rule about the redirect that is being checked, beside those that visitors follow now. */
async function checkBesideOthers(to: string | undefined, {document, getClient}: ValidationContext) {
  if (!document) return true
  const others = await getClient({apiVersion: '2025-02-19'}).fetch<Redirect[]>(
    '*[_type == "redirect" && _id != $id && defined(from) && defined(to)]{from, to, permanent}',
    {id: getPublishedId(document._id)},
    {perspective: 'published', tag: 'validation.redirects'},
  )
  return heldBack(redirectProblem({from: document.from, to}, others))
}

/** Asks the rule whether visitors would find anything there now. */
async function checkTarget(to: string | undefined, {getClient}: ValidationContext) {
  const published = await getClient({apiVersion: '2025-02-19'}).fetch<Published>(
    `{"pages": *[_type == "page" && defined(slug.current)].slug.current,
      "schools": *[_type == "school" && defined(slug.current)].slug.current,
      "moved": *[_type == "redirect" && defined(from)].from}`,
    {},
    {perspective: 'published', tag: 'validation.redirects'},
  )
  return redirectTargetProblem(text(to), published) ?? true
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
        rule.custom((path) => heldBack(sitePathProblem(text(path)))),
      ],
    }),
    defineField({
      name: 'to',
      title: 'New address',
      type: 'string',
      description: 'Also on this site: /joining.',
      validation: (rule) => [
        rule.required().error('Give the new address.'),
        rule.custom((path) => heldBack(sitePathProblem(text(path)))),
        rule.custom(checkBesideOthers),
        rule.custom(checkTarget).warning(),
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
