import {locationProblem} from '../schools.ts'
import {attributionProblem} from '../testimonials.ts'
import type {Content} from './content.ts'
import {type AttentionItem, type Finding, itemsIn} from './item.ts'
import {fieldsIn, isFields, type PlainDocument, textIn} from './plain-document.ts'

/** What else is held back: a testimonial that names a child, and a school’s place where no school can be. */
export function otherHeldBack(content: Content): AttentionItem[] {
  return content.versions.flatMap((versions) => itemsIn('other-held-back', versions, content, findings))
}

function findings(document: PlainDocument): Finding[] {
  switch (document._type) {
    case 'testimonial':
      return namedChild(document)
    case 'school':
      return lostPlace(document)
    default:
      return []
  }
}

const since = {day: null, words: 'not put right yet'}

function namedChild({attribution}: PlainDocument): Finding[] {
  const remedy = attributionProblem(textIn(fieldsIn(attribution).text))
  if (remedy === null) return []
  const reason = 'This testimonial is held back from visitors.'
  return [{path: ['attribution', 'text'], reason, remedy, since, effect: 'held-back', urgency: 'later'}]
}

function lostPlace({location, status}: PlainDocument): Finding[] {
  if (status === 'left' || !isFields(location)) return []
  const numberIn = (value: unknown) => (typeof value === 'number' ? {value} : null)
  const [lat, lng] = [numberIn(location.lat), numberIn(location.lng)]
  const remedy = locationProblem({...(lat && {lat: lat.value}), ...(lng && {lng: lng.value})})
  if (remedy === null) return []
  const reason = 'The place of this school is held back: visitors do not find it by distance.'
  return [{path: ['location'], reason, remedy, since, effect: 'held-back', urgency: 'later'}]
}
