import {pictureProblems} from '../pictures.ts'
import type {Content} from './content.ts'
import {type AttentionItem, type Finding, itemsIn} from './item.ts'
import {dayIn, type Fields, fieldsIn, type PlainDocument, textIn, wordsIn} from './plain-document.ts'
import {objectsIn} from './walk.ts'

/** The documents in which Content Lake keeps the files of pictures, with what each was called. */
export const pictureFileType = 'sanity.imageAsset'

/**
 * Pictures that are held back: without words for those who cannot see them, of pupils without the date of the consent, or
 * with what looks like a child’s name.
 * @param content - with the documents of the type {@link pictureFileType}; without them no file’s name is looked at
 * @param today - `YYYY-MM-DD`
 */
export function picturesHeldBack(content: Content, today: string): AttentionItem[] {
  const nameOf = (id: string | undefined) =>
    textIn(id === undefined ? undefined : content.byId.get(id)?.latest.originalFilename)
  return content.versions.flatMap((versions) =>
    itemsIn('picture', versions, content, (document) => heldBackIn(document, nameOf, today)),
  )
}

function heldBackIn(
  document: PlainDocument,
  nameOf: (id: string | undefined) => string | undefined,
  today: string,
): Finding[] {
  return objectsIn(document).flatMap(({path, fields}): Finding[] => {
    if (!fields.asset) return []
    const fileName = nameOf(textIn(fieldsIn(fields.asset)._ref))
    const problems = pictureProblems(factsOf(fields, fileName), today)
    const [first] = problems
    if (first === undefined) return []
    const asksForConsent = problems.some(({field}) => field === 'consentDate')
    return [
      {
        about: path,
        path: [...path, first.field],
        reason: `${nameOfPicture(fields)} is held back from visitors.`,
        remedy: [
          ...problems.map(({message}) => message),
          ...(asksForConsent ? ['If nobody can be recognised in it, say so instead.'] : []),
        ].join(' '),
        since: {day: null, words: 'not put right yet'},
        effect: 'held-back',
        urgency: 'later',
      },
    ]
  })
}

function factsOf(fields: Fields, fileName: string | undefined) {
  return {
    asset: fields.asset,
    alt: textIn(fields.alt),
    decorative: fields.decorative === true,
    caption: textIn(fields.caption),
    showsPupils: fields.showsPupils === true,
    consentDate: dayIn(fields.consentDate),
    fileName,
  }
}

function nameOfPicture({caption, alt}: Fields): string {
  const words = wordsIn(caption) ?? wordsIn(alt)
  return words ? `The picture “${words}”` : 'A picture'
}
