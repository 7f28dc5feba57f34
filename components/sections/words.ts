import {stegaClean} from '@sanity/client/stega'
import type {RichText} from '#sanity/lib/content/rich-text.ts'
import type {Section} from './content.ts'

/** All words that a visitor reads in a section, in one line, as a search looks through them. */
export function wordsOfSection(section: Section): string {
  const words = [section.heading, ...wordsOfContent(section)]
  return stegaClean(words.filter((part) => part !== null).join(' '))
}

export function wordsOfRichText(text: RichText): string {
  return text.map(({children}) => children.map((span) => span.text).join('')).join(' ')
}

function wordsOfContent(section: Section): (string | null)[] {
  switch (section.type) {
    case 'richTextSection':
      return [wordsOfRichText(section.body)]
    case 'testimonialsSection':
      return [
        wordsOfRichText(section.introduction),
        ...section.testimonials.flatMap(({quotation, attribution}) => [quotation, attribution.text]),
      ]
    case 'benefitClaimsSection':
      return [wordsOfRichText(section.introduction), ...section.claims.map(({statement}) => statement)]
    case 'schoolsSection':
      // The schools themselves are found by their own entries.
      return [wordsOfRichText(section.introduction)]
    case 'callToActionSection':
      return [section.text, section.label]
    case 'resourceLinkSection':
      return [wordsOfRichText(section.announcement), section.resource?.title ?? null]
    case 'questionsSection':
      return section.questions.flatMap(({question, answer}) => [question, wordsOfRichText(answer)])
    case 'pictureSection':
      return [section.picture.alt, section.picture.caption]
    case 'leftOutSection':
      return []
    case 'contactSection':
      return [wordsOfRichText(section.introduction), section.details.postalAddress]
  }
}
