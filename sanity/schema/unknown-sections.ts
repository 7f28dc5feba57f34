import type {ValidationError} from 'sanity'
import {sectionTypeProblem} from '#lib/page-sections.ts'
import {fields, list, text} from './read-value.ts'

const readSections = list(fields({_key: text, _type: text}))

/** Says at each section of a kind that the site does not know that visitors do not see it. The form itself says less. */
export function warnOfUnknownSections(sections: unknown): ValidationError[] {
  return readSections(sections).flatMap(({_key, _type}) => {
    const message = sectionTypeProblem(_type)
    return message === null || _key === undefined ? [] : [{message, path: [{_key}]}]
  })
}
