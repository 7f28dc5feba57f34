import {LinkIcon} from '@sanity/icons/Link'
import {defineField, defineType} from 'sanity'
import {linkCheckType, linkOutcomes} from '#lib/link-checks.ts'

/**
 * What `npm run content:check -- --links` found when it last asked for an address. Its id lies below `linkCheck.`, so
 * that no anonymous reader of a public dataset sees it; nobody writes it but that command.
 */
export const linkCheck = defineType({
  name: linkCheckType,
  title: 'Check of a link',
  type: 'document',
  icon: LinkIcon,
  readOnly: true,
  // Staff who search look for content.
  __experimental_omnisearch_visibility: false,
  fields: [
    defineField({name: 'address', title: 'Address', type: 'string'}),
    defineField({name: 'checkedAt', title: 'Checked', type: 'datetime'}),
    defineField({
      name: 'outcome',
      title: 'Outcome',
      type: 'string',
      options: {list: [...linkOutcomes]},
    }),
    defineField({name: 'status', title: 'Status of the answer', type: 'number'}),
    defineField({name: 'leadsTo', title: 'Leads to', type: 'string'}),
    defineField({name: 'permanent', title: 'Moved for good', type: 'boolean'}),
    defineField({name: 'failingSince', title: 'Failing since', type: 'datetime'}),
  ],
  preview: {select: {title: 'address', subtitle: 'outcome'}},
})
