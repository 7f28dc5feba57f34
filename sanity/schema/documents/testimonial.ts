import {BlockquoteIcon} from '@sanity/icons/Blockquote'
import {defineField, defineType, getPublishedId, type ValidationContext, type ValidationError} from 'sanity'
import {attributionProblem, permissionProblem, proofIdOf} from '#lib/testimonials.ts'
import {heldBack, heldBackError, today} from '../checked-by.ts'
import {adviceOnWords} from '../loaded-words.ts'
import {readPermission, text} from '../read-value.ts'
import {checkRelease} from '../release-rule.ts'

/** Looks up the private proof of the testimonial that is being checked, and asks the rule about it. */
async function checkPermission({document, getClient}: ValidationContext): Promise<ValidationError | true> {
  if (!document) return true
  const proof = await getClient({apiVersion: '2025-02-19'}).fetch<unknown>(
    '*[_id == $id][0]{permissionGivenOn, permissionExpiresOn, permissionWithdrawnOn}',
    {id: proofIdOf(getPublishedId(document._id))},
    {perspective: 'drafts', tag: 'validation.testimonial-proof'},
  )
  const problem = permissionProblem(readPermission(proof) ?? null, today())
  return problem === null || heldBackError(`${problem} See Testimonials, Private proof.`, ['attribution'])
}

export const testimonial = defineType({
  name: 'testimonial',
  title: 'Testimonial',
  type: 'document',
  icon: BlockquoteIcon,
  initialValue: {attribution: {kind: 'role'}},
  fields: [
    defineField({
      name: 'quotation',
      title: 'Quotation',
      type: 'text',
      rows: 5,
      options: {search: {weight: 5}},
      description:
        'Word for word. The page shows it exactly as it stands here, and adds no quote marks of its own.',
      validation: (rule) => [
        rule.required().error('Write what was said.'),
        // Word for word: staff may ask whether it should be shown, not change it.
        rule.custom((words) => adviceOnWords(words)).info(),
      ],
    }),
    defineField({
      name: 'attribution',
      title: 'Attribution that visitors read',
      type: 'object',
      description: 'Who really said it belongs in the private proof.',
      fields: [
        defineField({
          name: 'kind',
          title: 'Shown by',
          type: 'string',
          options: {
            layout: 'radio',
            direction: 'horizontal',
            list: [
              {value: 'name', title: 'Name'},
              {value: 'role', title: 'Role only'},
            ],
          },
          validation: (rule) => rule.required().error('Choose a name or a role.'),
        }),
        defineField({
          name: 'text',
          title: 'Name or role',
          type: 'string',
          options: {search: {weight: 10}},
          description: 'Such as “Trust Headteacher”, or “Ada Penrose, Headteacher”. Never a child’s name.',
          validation: (rule) => [
            rule.required().error('Say whose words these are.'),
            rule.custom((words) => heldBack(attributionProblem(text(words)))),
          ],
        }),
      ],
    }),
    defineField({
      name: 'school',
      title: 'School',
      type: 'reference',
      to: [{type: 'school'}],
      description: 'The school that it is about, if there is one. Its page shows the testimonial too.',
    }),
  ],
  validation: (rule) => [
    rule.custom((_value, context) => checkPermission(context)),
    rule.custom((_value, context) => checkRelease(context)),
  ],
  orderings: [
    {title: 'Who said it', name: 'attribution', by: [{field: 'attribution.text', direction: 'asc'}]},
    {title: 'School', name: 'school', by: [{field: 'school.name', direction: 'asc'}]},
  ],
  preview: {
    select: {
      quotation: 'quotation',
      attribution: 'attribution.text',
      school: 'school.name',
      media: 'school.pictures.0',
    },
    prepare: ({quotation, attribution, school, media}) => ({
      title: quotation ?? 'No words yet',
      subtitle: [attribution ?? 'nobody named yet', school].filter(Boolean).join(', '),
      media,
    }),
  },
})
