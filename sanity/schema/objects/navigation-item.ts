import {MenuIcon} from '@sanity/icons/Menu'
import {defineField, defineType} from 'sanity'
import {type MenuEntry, menuEntryProblem} from '#lib/menu-entries.ts'
import {ownPages} from '#lib/slugs.ts'
import {checkedBy} from '../checked-by.ts'

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
  validation: (rule) => rule.custom(checkedBy<MenuEntry>(menuEntryProblem)),
  preview: {
    select: {title: 'label', page: 'page.title', path: 'path'},
    prepare: ({title, page, path}) => ({
      title,
      subtitle: page ?? ownPages.find((own) => own.path === path)?.title,
    }),
  },
})
