import type {SectionAnswer} from '#sanity/lib/content/answers.ts'
import {parseRichText, type RichText} from '#sanity/lib/content/rich-text.ts'
import {within} from '#sanity/lib/origin.ts'
import type {Reading} from '#sanity/lib/parse.ts'
import type {SectionFrame} from './section-frame.ts'

/** Any section that has words before its content. */
type Introduced = Pick<SectionAnswer<'contactSection'>, 'introduction'>

/** Reads the words that lead to what a section holds. */
export function parseIntroduction(
  {introduction}: Introduced,
  frame: SectionFrame,
  reading: Reading,
): RichText {
  const label = `${frame.label}, introduction`
  return parseRichText(introduction, label, reading, within(frame.origin, 'introduction'))
}
