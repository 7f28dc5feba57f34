import {MenuIcon} from '@sanity/icons/Menu'
import {defineField, defineType} from 'sanity'
import {ownPages} from '#lib/slugs.ts'

/** An entry of a menu as the rule below reads it. */
type NavigationItem = {page?: {_ref?: string}; path?: string}

/** What is wrong with an entry, or null: it leads to one place. */
function targetProblem(item: NavigationItem | undefined): string | null {
  if (!item?.page?._ref && !item?.path) return 'Choose a page, or one that the site makes itself.'
  if (item.page?._ref && item.path) return 'Choose one page, not two.'
  return null
}

export const navigationItem = defineType({
  name: 'navigationItem',
  title: 'Menu entry',
  type: 'object',
  icon: MenuIcon,
  fields: [
    defineField({
      name: 'label',
      title: 'Words in the menu',
      type: 'string',
      validation: (rule) => rule.required().error('Give the words that visitors click.'),
    }),
    defineField({name: 'page', title: 'Page', type: 'reference', to: [{type: 'page'}]}),
    defineField({
      name: 'path',
      title: 'or a page that the site makes itself',
      type: 'string',
      options: {list: ownPages.map(({path, title}) => ({value: path, title}))},
    }),
  ],
  validation: (rule) => rule.custom((item: NavigationItem | undefined) => targetProblem(item) ?? true),
  preview: {
    select: {title: 'label', page: 'page.title', path: 'path'},
    prepare: ({title, page, path}) => ({
      title,
      subtitle: page ?? ownPages.find((own) => own.path === path)?.title,
    }),
  },
})
