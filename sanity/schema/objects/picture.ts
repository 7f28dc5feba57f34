import {ImageIcon} from '@sanity/icons/Image'
import {defineField, defineType, type ValidationContext} from 'sanity'
import {altTextProblem, consentProblem, namedFileProblem, namedPupilProblem} from '#lib/pictures.ts'
import {heldBack, today} from '../checked-by.ts'
import {day} from '../day.ts'
import {readPicture, text} from '../read-value.ts'

/** The picture that a field belongs to. */
const pictureOf = ({parent}: ValidationContext) => readPicture(parent)

/** Looks up what the file of a picture of pupils was called, and asks the rule about it. */
async function checkFileName(context: ValidationContext) {
  const facts = pictureOf(context)
  if (!facts?.showsPupils || !facts.asset?._ref) return true
  const fileName = await context
    .getClient({apiVersion: '2025-02-19'})
    .fetch<string | null>(
      '*[_id == $id][0].originalFilename',
      {id: facts.asset._ref},
      {perspective: 'raw', tag: 'validation.picture-file'},
    )
  return heldBack(namedFileProblem({...facts, fileName: fileName ?? undefined}))
}

/** Its rules stand with its fields: those of the type itself give way where a section has rules for its picture. */
export const picture = defineType({
  name: 'picture',
  title: 'Picture',
  type: 'image',
  icon: ImageIcon,
  options: {
    hotspot: true,
    metadata: ['lqip', 'palette'],
    accept: 'image/jpeg,image/png,image/webp,image/avif',
  },
  fields: [
    defineField({
      name: 'alt',
      title: 'What the picture shows',
      type: 'string',
      description:
        'Read aloud to people who cannot see it. Say what matters in it, without “picture of”. Never a child’s name.',
      hidden: ({parent}) => parent?.decorative === true,
      validation: (rule) => [
        rule.custom((_alt, context) => heldBack(altTextProblem(pictureOf(context)))),
        rule.custom(
          (alt, context) =>
            pictureOf(context)?.decorative || heldBack(namedPupilProblem(pictureOf(context), text(alt))),
        ),
      ],
    }),
    defineField({
      name: 'decorative',
      title: 'The picture is decoration only',
      type: 'boolean',
      description: 'It says nothing that the words beside it do not say, and is not read aloud.',
    }),
    defineField({
      name: 'caption',
      title: 'Caption',
      type: 'string',
      description: 'Shown under the picture. Never a child’s name.',
      validation: (rule) =>
        rule.custom((caption, context) => heldBack(namedPupilProblem(pictureOf(context), text(caption)))),
    }),
    defineField({
      name: 'showsPupils',
      title: 'Pupils can be recognised in it',
      type: 'boolean',
      validation: (rule) => rule.custom((_shows, context) => checkFileName(context)),
    }),
    defineField({
      name: 'consentDate',
      title: 'Date of consent',
      ...day,
      description: 'When the parents or carers agreed to this use of the picture.',
      hidden: ({parent}) => parent?.showsPupils !== true,
      validation: (rule) =>
        rule.custom((_day, context) => heldBack(consentProblem(pictureOf(context), today()))),
    }),
  ],
  preview: {
    select: {alt: 'alt', caption: 'caption', decorative: 'decorative', asset: 'asset'},
    prepare: ({alt, caption, decorative, asset}) => ({
      title: caption ?? alt ?? (decorative ? 'Decoration' : 'Says nothing to those who cannot see it yet'),
      media: asset,
    }),
  },
})
