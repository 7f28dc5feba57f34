import {LinkIcon} from '@sanity/icons/Link'
import {defineField, defineType} from 'sanity'
import {addressProblem, type Link, linkProblem} from '#lib/links.ts'
import {heldBack} from '../checked-by.ts'
import {readLink} from '../read-value.ts'
import {withoutStudioCheck} from '../web-address.ts'

/** Whether the person has chosen a page of this site as the target. */
const isInternal = (parent: Link | undefined) => parent?.linkType === 'internal'

export const link = defineType({
  name: 'link',
  title: 'Link',
  type: 'object',
  icon: LinkIcon,
  // A popover beside the text is too low for the fields.
  options: {modal: {type: 'dialog'}},
  initialValue: {linkType: 'internal'},
  fields: [
    defineField({
      name: 'linkType',
      title: 'Where does it lead?',
      type: 'string',
      options: {
        layout: 'radio',
        list: [
          {value: 'internal', title: 'A page on this site'},
          {value: 'external', title: 'A web address'},
        ],
      },
      validation: (rule) => rule.required().error('Choose where the link leads.'),
    }),
    defineField({
      name: 'page',
      title: 'Page',
      type: 'reference',
      description: 'The link follows the page when its address changes.',
      to: [{type: 'page'}, {type: 'school'}, {type: 'resource'}],
      hidden: ({parent}) => !isInternal(parent),
      validation: (rule) =>
        rule.custom((_value, {parent}) => {
          const chosen = readLink(parent)
          return heldBack(isInternal(chosen) ? linkProblem(chosen) : null)
        }),
    }),
    defineField({
      name: 'href',
      title: 'Web address',
      type: 'url',
      description: 'It starts with https://, mailto: or tel:.',
      hidden: ({parent}) => isInternal(parent),
      validation: (rule) =>
        withoutStudioCheck(rule).custom((_value, {parent}) => {
          const chosen = readLink(parent)
          return heldBack(isInternal(chosen) ? null : addressProblem(chosen?.href))
        }),
    }),
  ],
  preview: {
    select: {linkType: 'linkType', href: 'href', page: 'page.title', school: 'page.name'},
    prepare: ({linkType, href, page, school}) => ({
      title: (linkType === 'internal' ? (page ?? school) : href) ?? 'Leads nowhere yet',
    }),
  },
})
