import {HomeIcon} from '@sanity/icons/Home'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {
  agesProblem,
  happyToBeAskedProblem,
  locationProblem,
  phases,
  postcodeProblem,
  schoolStatuses,
  telephoneProblem,
  urnProblem,
} from '#lib/schools.ts'
import {schoolSlugProblem, slugFromTitle} from '#lib/slugs.ts'
import {checkedText, heldBack} from '../checked-by.ts'
import {day} from '../day.ts'
import {readContactRoute, text} from '../read-value.ts'
import {registerFactsRule} from '../register-facts.ts'
import {checkRelease} from '../release-rule.ts'
import {adviseSharedSlug, checkUniqueSlug, slugOptions} from '../unique-slug.ts'
import {webAddressRule} from '../web-address.ts'

const titleOf = (list: readonly {value: string; title: string}[], value: unknown) =>
  list.find((entry) => entry.value === value)?.title

export const school = defineType({
  name: 'school',
  title: 'School',
  type: 'document',
  icon: HomeIcon,
  groups: [
    {name: 'words', title: 'Words and pictures', default: true},
    {name: 'facts', title: 'Facts'},
    {name: 'contact', title: 'Contact'},
  ],
  initialValue: {status: 'in-trust', happyToBeAsked: false},
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      description: 'As the school calls itself.',
      group: ['words', 'facts'],
      validation: (rule) => rule.required().error('Give the name of the school.'),
    }),
    defineField({
      name: 'slug',
      title: 'Address',
      type: 'slug',
      description: 'What follows /schools/ in the address of its page.',
      group: ['words', 'facts'],
      options: slugOptions('name', (name) => slugFromTitle(name).replaceAll('/', '-')),
      validation: (rule) => [
        rule.custom((slug) =>
          text(slug?.current)
            ? (schoolSlugProblem(text(slug?.current)) ?? true)
            : 'Give the school an address: press Generate.',
        ),
        rule.custom(checkUniqueSlug),
        rule.custom(adviseSharedSlug).warning(),
      ],
    }),
    defineField({
      name: 'ownWords',
      title: 'In the school’s own words',
      type: 'richText',
      description: 'Written by the school, about itself.',
      group: 'words',
    }),
    defineField({
      name: 'pictures',
      title: 'Pictures',
      type: 'array',
      description: 'The first one opens the school’s page; the others follow its words.',
      group: 'words',
      options: {layout: 'grid'},
      of: [defineArrayMember({type: 'picture'})],
    }),
    defineField({
      name: 'urn',
      title: 'URN',
      type: 'string',
      options: {search: {weight: 10}},
      description:
        'The six-digit Unique Reference Number in Get Information about Schools. A school that converts gets a new one.',
      group: 'facts',
      validation: (rule) => [rule.required().error('Give the URN.'), rule.custom(checkedText(urnProblem))],
    }),
    defineField({
      name: 'phase',
      title: 'Phase',
      type: 'string',
      group: 'facts',
      options: {list: [...phases]},
      validation: (rule) => rule.required().error('Choose the phase.'),
    }),
    defineField({
      name: 'status',
      title: 'Status',
      type: 'string',
      description: 'A school that has left is no longer listed.',
      group: 'facts',
      options: {layout: 'radio', direction: 'horizontal', list: [...schoolStatuses]},
      validation: (rule) => rule.required().error('Choose the status.'),
    }),
    defineField({name: 'joinedOn', title: 'Joined the Trust on', ...day, group: 'facts'}),
    defineField({
      name: 'ages',
      title: 'Ages',
      type: 'object',
      group: 'facts',
      options: {columns: 2},
      fields: [
        defineField({name: 'from', title: 'From', type: 'number'}),
        defineField({name: 'to', title: 'To', type: 'number'}),
      ],
      validation: (rule) =>
        rule.custom((ages: {from?: number; to?: number} | undefined) => agesProblem(ages) ?? true),
    }),
    defineField({
      name: 'religiousCharacter',
      title: 'Religious character',
      type: 'string',
      description:
        'As in Get Information about Schools, such as “Church of England”. Empty when it has none.',
      group: 'facts',
    }),
    defineField({name: 'headteacher', title: 'Headteacher', type: 'string', group: 'facts'}),
    defineField({
      name: 'registerFactsTakenOn',
      title: 'Facts taken from the register on',
      ...day,
      description: 'The day on which the facts were compared with Get Information about Schools.',
      group: 'facts',
      validation: registerFactsRule,
    }),
    defineField({
      name: 'registerFacts',
      title: 'What the register said',
      description:
        'At the last import. A fact that differs from it was edited by staff, and is never written over.',
      type: 'array',
      hidden: true,
      readOnly: true,
      of: [
        defineArrayMember({
          name: 'registerFact',
          type: 'object',
          fields: [defineField({name: 'says', type: 'string'})],
        }),
      ],
    }),
    defineField({
      name: 'address',
      title: 'Postal address',
      type: 'object',
      group: 'contact',
      fields: [
        defineField({name: 'street', title: 'Street', type: 'string'}),
        defineField({name: 'locality', title: 'Locality', type: 'string'}),
        defineField({name: 'town', title: 'Town', type: 'string', options: {search: {weight: 5}}}),
        defineField({name: 'county', title: 'County', type: 'string'}),
        defineField({
          name: 'postcode',
          title: 'Postcode',
          type: 'string',
          validation: (rule) => rule.custom(checkedText(postcodeProblem)),
        }),
      ],
    }),
    defineField({
      name: 'location',
      title: 'Place on the map',
      type: 'geopoint',
      group: 'contact',
      validation: (rule) => rule.custom((place) => heldBack(locationProblem(place))),
    }),
    defineField({
      name: 'website',
      title: 'Website',
      type: 'url',
      group: 'contact',
      validation: webAddressRule,
    }),
    defineField({
      name: 'telephone',
      title: 'Telephone',
      type: 'string',
      group: 'contact',
      validation: (rule) => rule.custom(checkedText(telephoneProblem)),
    }),
    defineField({
      name: 'happyToBeAsked',
      title: 'Happy to be asked about life in the Trust',
      type: 'boolean',
      description: 'Only when the school has said so.',
      group: 'contact',
    }),
    defineField({
      name: 'contactRoute',
      title: 'How to ask',
      type: 'contactRoute',
      description: 'The way that the school chose.',
      group: 'contact',
      validation: (rule) =>
        rule.custom(
          (route, {document}) =>
            happyToBeAskedProblem(document?.happyToBeAsked === true, readContactRoute(route)) ?? true,
        ),
    }),
  ],
  validation: (rule) => rule.custom((_value, context) => checkRelease(context)),
  orderings: [
    {title: 'Name', name: 'name', by: [{field: 'name', direction: 'asc'}]},
    {title: 'Town', name: 'town', by: [{field: 'address.town', direction: 'asc'}]},
    {title: 'URN', name: 'urn', by: [{field: 'urn', direction: 'asc'}]},
    {title: 'Joined, newest first', name: 'joined', by: [{field: 'joinedOn', direction: 'desc'}]},
  ],
  preview: {
    select: {title: 'name', phase: 'phase', town: 'address.town', status: 'status', media: 'pictures.0'},
    prepare: ({title, phase, town, status, media}) => ({
      title: title ?? 'No name yet',
      subtitle: [
        titleOf(phases, phase),
        town,
        status === 'in-trust' ? undefined : titleOf(schoolStatuses, status),
      ]
        .filter(Boolean)
        .join(' · '),
      media,
    }),
  },
})
