import type {SectionAnswer} from '#sanity/lib/content/answers.ts'
import {parseTarget} from '#sanity/lib/content/link.ts'
import {parseRichText, type RichText, richTextProjection} from '#sanity/lib/content/rich-text.ts'
import {type Origin, originOf, within} from '#sanity/lib/origin.ts'
import {isFields, isUnpublished, optionalValue, optionalWords, type Reading} from '#sanity/lib/parse.ts'
import type {SectionFrame} from '../section-frame.ts'

export const resourceLinkSectionProjection = `
  "announcement": announcement${richTextProjection},
  "resource": resource->{_id, _type, title, publisher, url},
  "resourceReference": resource{_ref}` as const

export type ResourceLinkSectionContent = SectionFrame & {
  type: 'resourceLinkSection'
  announcement: RichText
  /** Null when it is held back. */
  resource: {title: string; publisher: string | null; address: string} | null
}

/** The sentence that announces a link and the link come and go together. */
export function parseResourceLinkSection(
  section: SectionAnswer<'resourceLinkSection'>,
  frame: SectionFrame,
  reading: Reading,
): ResourceLinkSectionContent | null {
  const {resource} = section
  const {address, problem} = parseTarget(resource)
  if (problem !== null && !reading.preview) return null
  return {
    ...frame,
    heldBack: reasonOf(resource, problem, reading),
    mend: fieldToMend(resource, frame.origin, reading),
    type: 'resourceLinkSection',
    announcement: parseRichText(
      section.announcement,
      `${frame.label}, announcement`,
      reading,
      within(frame.origin, 'announcement'),
    ),
    resource:
      address === null || !isFields(resource)
        ? null
        : {
            title: optionalWords(resource.title, 'the title') ?? address,
            publisher: optionalWords(resource.publisher, 'the publisher'),
            address,
          },
  }
}

type Resource = SectionAnswer<'resourceLinkSection'>['resource']

/** The address in the resource; without one, the choice of it. */
function fieldToMend(resource: Resource, section: Origin | undefined, reading: Reading): Origin | undefined {
  const id = isFields(resource) ? optionalValue(resource._id, 'the id of the resource') : null
  return id === null ? within(section, 'resource') : originOf(reading, id, 'resource', 'url')
}

function reasonOf(resource: Resource, problem: string | null, reading: Reading): string | null {
  if (!isFields(resource)) return 'No published resource has been chosen for this link yet.'
  if (optionalValue(resource.url, 'the address') === null) return 'The resource has no address yet.'
  return isUnpublished(resource, reading) ? 'The resource is not published yet.' : problem
}
