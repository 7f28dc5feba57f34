import {type Link, linkProblem, webAddressProblem} from '../links.ts'
import {markedText} from '../marked-text.ts'
import {sourceProblems} from '../sources.ts'
import {type Content, titleOf, type Versions} from './content.ts'
import {isAboutMyths, sourceIn} from './evidence.ts'
import {type AttentionItem, type Finding, itemsIn} from './item.ts'
import {type Fields, fieldsIn, type Path, type PlainDocument, textIn, wordsIn} from './plain-document.ts'
import {type Found, objectsIn} from './walk.ts'

/**
 * Links that lead nowhere: without an address, with one that is refused, or to a page that is not published. Each is
 * held back, together with the sentence that announces it, so that no visitor reads “explored in this article:” with
 * no article behind it.
 */
export function linksWithoutAddress(content: Content): AttentionItem[] {
  return content.versions.flatMap((versions) =>
    itemsIn('link-without-address', versions, content, (document) => [
      ...ownAddress(document, versions, content),
      ...objectsIn(document).flatMap((found) => leadingNowhere(found, content)),
    ]),
  )
}

/** A finding about an address; what is held back with it is in `reason`. */
function nowhere(path: Path, reason: string, remedy: string, effect: Finding['effect']): Finding {
  return {path, reason, remedy, since: {day: null, words: 'no usable address'}, effect, urgency: 'later'}
}

/** The address of the document itself: that of a resource, and that of a school's website. */
function ownAddress(document: PlainDocument, {id}: Versions, content: Content): Finding[] {
  if (document._type === 'resource') return resourceFindings(textIn(document.url), id, content)
  const website = document._type === 'school' ? textIn(document.website) : undefined
  const remedy = website ? webAddressProblem(website) : null
  const reason = 'Visitors do not see the website of this school.'
  return remedy ? [nowhere(['website'], reason, remedy, 'held-back')] : []
}

function resourceFindings(url: string | undefined, id: string, content: Content): Finding[] {
  const remedy = webAddressProblem(url)
  if (remedy === null) return []
  const users = content.usersOf.get(id) ?? []
  if (users.length === 0) {
    const reason = 'This resource leads nowhere; no page that visitors see uses it yet.'
    return [nowhere(['url'], reason, remedy, 'none')]
  }
  const reason = `This resource leads nowhere, so the link and the sentence that announces it are held back on ${namesOf(users, content)}.`
  return [nowhere(['url'], reason, remedy, 'held-back')]
}

function namesOf(users: readonly Versions[], content: Content): string {
  const names = users.map((user) => `“${titleOf(user, content)}”`)
  return names.length > 2
    ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`
    : names.join(' and ')
}

/** What is wrong with an object of a document that holds addresses. */
function leadingNowhere(found: Found, content: Content): Finding[] {
  switch (found.fields._type) {
    case 'link':
      return linkFindings(found, content)
    case 'source':
      return [...sourceFindings(found), ...archivedFindings(found)]
    default:
      return []
  }
}

function linkFindings(found: Found, content: Content): Finding[] {
  const {path, fields} = found
  const link: Link = {
    linkType: textIn(fields.linkType),
    href: textIn(fields.href),
    page: {_ref: textIn(fieldsIn(fields.page)._ref)},
  }
  const remedy = linkProblem(link) ?? unpublishedProblem(link, content)
  if (remedy === null) return []
  const words = wordsOfLink(found)
  const name = words ? `The link “${words}”` : 'A link'
  const reason = `${name} leads nowhere, so it is held back with what announces it.`
  const field = link.linkType === 'internal' ? 'page' : 'href'
  return [{...nowhere([...path, field], reason, remedy, 'held-back'), about: path}]
}

/** A link to a document of the site leads somewhere once that is published. */
function unpublishedProblem({linkType, page}: Link, content: Content): string | null {
  const target = linkType === 'internal' && page?._ref ? content.byId.get(page._ref) : undefined
  if (linkType !== 'internal' || target?.published) return null
  if (target === undefined) return 'What it leads to is gone: choose another page.'
  return `What it leads to, “${titleOf(target, content)}”, is not published: publish it, or choose another page.`
}

/** What visitors click: the words with the mark of the link, or the words beside it. */
function wordsOfLink({fields, ancestors}: Found): string | undefined {
  const parent: Fields = ancestors.at(-1) ?? {}
  return wordsIn(markedText(parent.children, fields._key)) ?? wordsIn(parent.label)
}

/**
 * The address of the source of an answer, which is asked for as soon as anything of the source is filled in. Where the
 * whole claim or answer is held back without its source, that is told as missing evidence.
 */
function sourceFindings({path, fields, ancestors}: Found): Finding[] {
  const isEvidence = ancestors.some((ancestor) => ancestor._type === 'statistic' || isAboutMyths(ancestor))
  const source = sourceIn(fields)
  const isBegun = [source.publisher, source.title, source.url].some((value) => wordsIn(value))
  const remedy = sourceProblems(source).find(({path: [field]}) => field === 'url')?.message
  if (isEvidence || !isBegun || remedy === undefined) return []
  return [nowhere([...path, 'url'], 'Visitors do not see the source of this answer.', remedy, 'held-back')]
}

function archivedFindings({path, fields}: Found): Finding[] {
  const address = textIn(fields.archivedUrl)
  const remedy = address ? webAddressProblem(address) : null
  if (remedy === null) return []
  return [nowhere([...path, 'archivedUrl'], 'The archived copy of a source leads nowhere.', remedy, 'wrong')]
}
