import {SearchIcon} from '@sanity/icons/Search'
import {defineField, defineType} from 'sanity'
import {lengthAdvice} from '#lib/text-lengths.ts'
import {checkedText} from '../checked-by.ts'
import {adviceOnWords} from '../loaded-words.ts'

export const seo = defineType({
  name: 'seo',
  title: 'Search and sharing',
  type: 'object',
  icon: SearchIcon,
  options: {collapsible: true, collapsed: false},
  fields: [
    defineField({
      name: 'title',
      title: 'Title in search results',
      type: 'string',
      description: 'Leave empty to use the page’s title.',
      validation: (rule) => [
        rule.custom(checkedText((words) => lengthAdvice('searchTitle', words))).warning(),
        rule.custom((words) => adviceOnWords(words)).warning(),
      ],
    }),
    defineField({
      name: 'description',
      title: 'Description in search results',
      type: 'text',
      rows: 3,
      description: 'Leave empty to use the page’s summary.',
      validation: (rule) => [
        rule.custom(checkedText((words) => lengthAdvice('searchDescription', words))).warning(),
        rule.custom((words) => adviceOnWords(words)).warning(),
      ],
    }),
    defineField({
      name: 'sharePicture',
      title: 'Picture when the page is shared',
      type: 'picture',
      description: 'Stands upright beside the page’s title. Leave empty to use the one from the settings.',
    }),
    defineField({
      name: 'hideFromSearch',
      title: 'Keep the page out of search engines',
      type: 'boolean',
    }),
  ],
})
