import {isObject} from '#lib/sign-off/json.ts'
import {siteGate} from './gate.ts'

/**
 * The answer of a page without testimonials that visitors do not see: what one school says, and has not agreed to, is
 * shown to no other either. Of anything else all of it.
 */
export function visible(answer: {[name: string]: unknown}): {[name: string]: unknown} {
  if (!Array.isArray(answer.sections)) return answer
  return {...answer, sections: answer.sections.map(visibleSection)}
}

function visibleSection(section: unknown): unknown {
  if (!isObject(section) || !Array.isArray(section.testimonials)) return section
  return {...section, testimonials: section.testimonials.filter((each) => !isHeldBack(each))}
}

function isHeldBack(chosen: unknown): boolean {
  if (!isObject(chosen) || !isObject(chosen.document)) return false
  const {document} = chosen
  return siteGate({type: 'testimonial', id: String(document._id)}, document, document.signOff) !== null
}
