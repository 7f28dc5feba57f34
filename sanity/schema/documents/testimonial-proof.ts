import {LockIcon} from '@sanity/icons/Lock'
import {defineField, defineType} from 'sanity'
import {dayInWords} from '#lib/dates.ts'
import {type Permission, permissionProblem} from '#lib/testimonials.ts'
import {today} from '../checked-by.ts'
import {day} from '../day.ts'

/**
 * The private half of a testimonial. Its id lies below `testimonialProof.`, where an anonymous reader
 * of a public dataset sees nothing. The reference is weak, so that proof can be published first.
 */
export const testimonialProof = defineType({
  name: 'testimonialProof',
  title: 'Private proof',
  type: 'document',
  icon: LockIcon,
  description: 'Never shown to visitors. Advertising rules ask that it can be produced.',
  fields: [
    defineField({
      name: 'testimonial',
      title: 'Testimonial',
      type: 'reference',
      to: [{type: 'testimonial'}],
      weak: true,
      readOnly: true,
      validation: (rule) => rule.required().error('Open the proof from Testimonials, Private proof.'),
    }),
    defineField({
      name: 'saidBy',
      title: 'Who said it',
      type: 'string',
      description: 'The person’s real name and role.',
      options: {search: {weight: 10}},
      validation: (rule) => rule.required().error('Say who said it.'),
    }),
    defineField({
      name: 'receivedHow',
      title: 'How we received it',
      type: 'string',
      description: 'Such as “E-mail to the Trust office” or “Interview, notes agreed”.',
      validation: (rule) => rule.required().error('Say how it reached us.'),
    }),
    defineField({name: 'receivedOn', title: 'Received on', ...day}),
    defineField({
      name: 'contactDetails',
      title: 'How to reach the person',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.required().error('Say how the person can be reached.'),
    }),
    defineField({
      name: 'permissionGivenOn',
      title: 'Permission given on',
      ...day,
      validation: (rule) => rule.required().error('Say when permission was given.'),
    }),
    defineField({
      name: 'permissionExpiresOn',
      title: 'Permission expires on',
      ...day,
      description: 'Empty when it has no end. From the day after, the testimonial is held back.',
    }),
    defineField({
      name: 'permissionWithdrawnOn',
      title: 'Permission withdrawn on',
      ...day,
      description: 'From this day the testimonial is held back.',
    }),
  ],
  preview: {
    select: {
      saidBy: 'saidBy',
      permissionGivenOn: 'permissionGivenOn',
      permissionExpiresOn: 'permissionExpiresOn',
      permissionWithdrawnOn: 'permissionWithdrawnOn',
    },
    prepare: ({saidBy, ...permission}: Permission & {saidBy?: string}) => ({
      title: saidBy ?? 'Not filled in yet',
      subtitle:
        permissionProblem(permission, today()) ??
        `Permission given on ${dayInWords(permission.permissionGivenOn ?? null)}`,
    }),
  },
})
