import {pageShape} from './page-shape.ts'
import {fields, id, type Shape, text, words} from './shape.ts'

/** The kinds of content that a headteacher is asked about: small units, each asked about on its own. */
export const subjectTypes = ['testimonial', 'school', 'page'] as const
export type SubjectType = (typeof subjectTypes)[number]

/** What is asked about: a document by the id of its published version. */
export type Subject = {type: SubjectType; id: string}

/** The state of the shapes below. An agreement names the one that it was made by. */
export const hashSpec = 'content-1'

/**
 * A testimonial: what was said, by whom, and of which school. Left out are what readers do not see (the private
 * proof, whether a name or a role is shown) and what the site adds by itself wherever it names a school: its address,
 * which may move, and the way to write to it.
 */
const testimonial: Shape = fields({
  quotation: ['Quotation', words],
  attribution: ['Attribution', fields({text: ['Name or role', words]})],
  school: ['School', fields({_id: ['School', id], name: ['Name of the school', words]})],
})

/** What a school says of itself. Its facts are public anyway, and stay without an agreement. */
const school: Shape = fields({ownWords: ['In the school’s own words', text]})

/** What an agreement is about, by the type of the document. */
export const shapes: {readonly [type in SubjectType]: Shape} = {
  testimonial,
  school,
  page: pageShape(testimonial),
}

/** Whether documents of this type are asked about. */
export function isSubjectType(type: unknown): type is SubjectType {
  return subjectTypes.some((candidate) => candidate === type)
}
