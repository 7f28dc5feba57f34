import type {Section} from './content.ts'
import type {PictureSectionContent} from './picture/projection.ts'
import type {RichTextSectionContent} from './rich-text/projection.ts'
import {wordsOfRichText} from './words.ts'

/** More than these letters below a title would leave no room for the picture on a first screen. */
const mostLetters = 420

/**
 * What a page opens with, when staff begin it with a few words and then a picture: both belong to its title then.
 * @returns null for every other page, whose sections all stand below its title
 */
export function openingOf(sections: readonly Section[]): {
  words: RichTextSectionContent
  picture: PictureSectionContent
  others: Section[]
} | null {
  const [words, picture, ...others] = sections
  if (words?.type !== 'richTextSection' || picture?.type !== 'pictureSection') return null
  const isShort =
    words.heading === null &&
    words.body.every(({style, listItem}) => style === 'normal' && listItem === undefined) &&
    wordsOfRichText(words.body).length <= mostLetters
  return isShort ? {words, picture, others} : null
}
