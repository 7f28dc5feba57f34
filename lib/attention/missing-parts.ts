import {sectionsProblem, sectionTypeProblem} from '../page-sections.ts'
import type {Content} from './content.ts'
import {type AttentionItem, type Finding, itemsIn} from './item.ts'
import {fieldsIn, type Path, type PlainDocument} from './plain-document.ts'

/**
 * Pages that visitors see without their words: those without sections, and sections of a kind that the site does not
 * know, as an import or another tool can leave them. A draft that was never published is work in progress.
 */
export function missingParts(content: Content): AttentionItem[] {
  return content.versions
    .filter(({type, published}) => type === 'page' && published !== null)
    .flatMap((versions) => itemsIn('other-held-back', versions, content, sectionsToMend))
}

function sectionsToMend({sections}: PlainDocument): Finding[] {
  const list: readonly unknown[] = Array.isArray(sections) ? sections : []
  const problem = sectionsProblem(list)
  if (problem !== null) return [found(['sections'], 'There is nothing on this page.', problem, 'wrong')]
  return list.flatMap((section, position) => {
    const {_key, _type} = fieldsIn(section)
    const remedy = sectionTypeProblem(_type)
    const path = ['sections', typeof _key === 'string' ? {_key} : position]
    return remedy === null ? [] : [found(path, 'Part of this page is missing.', remedy, 'held-back')]
  })
}

function found(path: Path, reason: string, remedy: string, effect: Finding['effect']): Finding {
  return {path, reason, remedy, since: {day: null, words: 'not put right yet'}, effect, urgency: 'later'}
}
