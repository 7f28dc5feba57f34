import {consentProblem} from '../pictures.ts'
import type {Content} from './content.ts'
import {type AttentionItem, type Finding, itemsIn} from './item.ts'
import {dayIn, type PlainDocument, textIn, wordsIn} from './plain-document.ts'
import {objectsIn} from './walk.ts'

/**
 * Pictures in which pupils can be recognised, without the date of the consent: a school has to be able to show, under
 * the UK GDPR, that the parents or carers agreed. They are held back until it can.
 */
export function picturesWithoutConsent(content: Content): AttentionItem[] {
  return content.versions.flatMap((versions) => itemsIn('picture-consent', versions, content, withoutConsent))
}

function withoutConsent(document: PlainDocument): Finding[] {
  return objectsIn(document).flatMap(({path, fields}) => {
    if (!fields.asset) return []
    const facts = {showsPupils: fields.showsPupils === true, consentDate: dayIn(fields.consentDate)}
    const remedy = consentProblem(facts)
    if (remedy === null) return []
    const words = wordsIn(fields.caption) ?? wordsIn(textIn(fields.alt))
    const picture = words ? `The picture “${words}”` : 'A picture'
    return {
      path: [...path, 'consentDate'],
      reason: `${picture} shows pupils and is held back from visitors.`,
      remedy: `${remedy} If nobody can be recognised in it, say so instead.`,
      since: {day: null, words: 'no date of consent yet'},
      effect: 'held-back',
      urgency: 'later',
    }
  })
}
