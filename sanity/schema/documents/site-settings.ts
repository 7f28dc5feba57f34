import {CogIcon} from '@sanity/icons/Cog'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {companyNumberProblem} from '#lib/companies.ts'
import {menuLengthAdvice} from '#lib/menu-entries.ts'
import {emailProblem, telephoneProblem} from '#lib/schools.ts'
import {checkedBy, checkedText} from '../checked-by.ts'

export const siteSettings = defineType({
  name: 'siteSettings',
  title: 'Settings',
  type: 'document',
  icon: CogIcon,
  groups: [
    {name: 'trust', title: 'The Trust', default: true},
    {name: 'menus', title: 'Menus and footer'},
    {name: 'accessibility', title: 'Accessibility statement'},
  ],
  fields: [
    defineField({
      name: 'trustName',
      title: 'Name',
      type: 'string',
      description: 'As visitors know the Trust.',
      group: 'trust',
      validation: (rule) => rule.required().error('Give the name of the Trust.'),
    }),
    defineField({
      name: 'tagline',
      title: 'Tagline',
      type: 'string',
      description: 'What the Trust stands for, in a few words.',
      group: 'trust',
    }),
    defineField({
      name: 'logo',
      title: 'Logo',
      type: 'picture',
      group: 'trust',
    }),
    defineField({
      name: 'defaultSharePicture',
      title: 'Picture when a page is shared',
      type: 'picture',
      description:
        'Stands upright beside the title of a page that has none of its own. 630 pixels high or more.',
      group: 'trust',
    }),
    defineField({
      name: 'legalName',
      title: 'Legal name',
      type: 'string',
      description: 'As at Companies House. The footer shows it.',
      group: 'trust',
    }),
    defineField({
      name: 'companyNumber',
      title: 'Company number',
      type: 'string',
      group: 'trust',
      validation: (rule) => rule.custom(checkedText(companyNumberProblem)),
    }),
    defineField({name: 'address', title: 'Registered office', type: 'text', rows: 4, group: 'trust'}),
    defineField({
      name: 'telephone',
      title: 'Telephone',
      type: 'string',
      group: 'trust',
      validation: (rule) => rule.custom(checkedText(telephoneProblem)),
    }),
    defineField({
      name: 'email',
      title: 'E-mail address',
      type: 'string',
      group: 'trust',
      validation: (rule) => rule.custom(checkedText(emailProblem)),
    }),
    defineField({
      name: 'homePage',
      title: 'Home page',
      type: 'reference',
      to: [{type: 'page'}],
      description: 'The page that visitors see first.',
      group: 'menus',
      validation: (rule) => rule.required().error('Choose the home page.'),
    }),
    defineField({
      name: 'navigation',
      title: 'Main menu',
      type: 'array',
      of: [defineArrayMember({type: 'navigationItem'})],
      group: 'menus',
      validation: (rule) => rule.custom(checkedBy(menuLengthAdvice)).warning(),
    }),
    defineField({
      name: 'footerNavigation',
      title: 'Menu in the footer',
      type: 'array',
      of: [defineArrayMember({type: 'navigationItem'})],
      group: 'menus',
    }),
    defineField({name: 'footerText', title: 'Text in the footer', type: 'richText', group: 'menus'}),
    defineField({
      name: 'accessibilityStatement',
      title: 'Accessibility statement',
      type: 'accessibilityStatement',
      description: 'Reviewed yearly, as the regulations of 2018 ask of public bodies.',
      group: 'accessibility',
    }),
  ],
  preview: {select: {title: 'trustName', subtitle: 'tagline', media: 'logo'}},
})
