import {CogIcon} from '@sanity/icons/Cog'
import {ComposeIcon} from '@sanity/icons/Compose'
import {DocumentIcon} from '@sanity/icons/Document'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {sectionSchemas} from '#components/sections/schemas.ts'
import {sectionsProblem} from '#lib/page-sections.ts'
import {pageSlugProblem, slugFromTitle} from '#lib/slugs.ts'
import {checkedBy} from '../checked-by.ts'
import {adviceOnSections, adviceOnWords} from '../loaded-words.ts'
import {text} from '../read-value.ts'
import {checkRelease} from '../release-rule.ts'
import {adviseSharedSlug, checkUniqueSlug, slugOptions} from '../unique-slug.ts'
import {warnOfUnknownSections} from '../unknown-sections.ts'

export const page = defineType({
  name: 'page',
  title: 'Page',
  type: 'document',
  icon: DocumentIcon,
  groups: [
    {name: 'content', title: 'Content', icon: ComposeIcon, default: true},
    {name: 'search', title: 'Address and search', icon: CogIcon},
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      description: 'The one main heading at the top of the page.',
      group: ['content', 'search'],
      validation: (rule) => [
        rule.required().error('Give the page a title.'),
        rule.custom((words) => adviceOnWords(words)).warning(),
      ],
    }),
    defineField({
      name: 'slug',
      title: 'Address',
      type: 'slug',
      description:
        'What follows the name of the site. A slash puts a page below another one: joining/due-diligence.',
      group: ['content', 'search'],
      options: {...slugOptions('title', slugFromTitle), search: {weight: 5}},
      validation: (rule) => [
        rule.custom((slug) =>
          text(slug?.current)
            ? (pageSlugProblem(text(slug?.current)) ?? true)
            : 'Give the page an address: press Generate.',
        ),
        rule.custom(checkUniqueSlug),
        rule.custom(adviseSharedSlug).warning(),
      ],
    }),
    defineField({
      name: 'summary',
      title: 'Summary',
      type: 'text',
      rows: 3,
      description: 'One or two sentences for lists and search results. The page itself does not show it.',
      group: 'content',
      validation: (rule) => rule.custom((words) => adviceOnWords(words)).warning(),
    }),
    defineField({
      name: 'sections',
      title: 'Sections',
      type: 'array',
      description: 'The parts of the page from top to bottom. Drag to change the order.',
      group: 'content',
      of: sectionSchemas.map(({name}) => defineArrayMember({type: name})),
      validation: (rule) => [
        rule.custom(checkedBy(sectionsProblem)).warning(),
        rule.custom(adviceOnSections).warning(),
        rule.custom(warnOfUnknownSections).warning(),
      ],
    }),
    defineField({
      name: 'needsSignOff',
      title: 'Needs the agreement of a school',
      type: 'boolean',
      description:
        'For a page that is about a school: it is then published when its headteacher has agreed to it, under Request sign-off.',
      group: 'search',
      initialValue: false,
    }),
    defineField({name: 'seo', title: 'Search and sharing', type: 'seo', group: 'search'}),
  ],
  validation: (rule) => rule.custom((_value, context) => checkRelease(context)),
  orderings: [
    {title: 'Address', name: 'address', by: [{field: 'slug.current', direction: 'asc'}]},
    {title: 'Title', name: 'title', by: [{field: 'title', direction: 'asc'}]},
  ],
  preview: {
    select: {title: 'title', slug: 'slug.current'},
    prepare: ({title, slug}) => ({
      title: title ?? 'No title yet',
      subtitle: slug ? `/${slug}` : 'No address yet',
    }),
  },
})
