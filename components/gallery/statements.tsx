import {AccessibilityStatement} from '#components/accessibility-statement/index.tsx'
import {PageFrame} from '#components/page/page-frame.tsx'
import type {AccessibilityFacts} from '#sanity/lib/content/accessibility.ts'
import {settings} from './content.ts'
import {onSite, type Room} from './exhibit.tsx'

const complete: AccessibilityFacts = {
  preparedOn: '2026-01-05',
  reviewedOn: '2026-09-01',
  testedOn: '2026-08-25',
  testedBy: 'two members of our staff',
  testedHow: ['With a keyboard alone', 'With two screen readers, on a phone and on a computer'],
  compliance: 'partial',
  knownIssues: ['Some old minutes are pictures of paper.', 'One film has no captions.'],
  improvements: ['We write the minutes again by the summer.'],
  contactEmail: 'access@hazelbeck.example',
  answerWithin: 5,
}

const show = (facts: AccessibilityFacts) => () =>
  onSite(
    <PageFrame title="Accessibility statement">
      <AccessibilityStatement facts={facts} contact={settings.contact} />
    </PageFrame>,
  )

export const statements: Room = {
  title: 'The accessibility statement',
  exhibits: [
    {slug: 'accessibility-statement', title: 'With everything filled in', show: show(complete)},
    {
      slug: 'bare-accessibility-statement',
      title: 'With nothing filled in',
      show: show(settings.accessibility),
    },
    {
      slug: 'old-accessibility-statement',
      title: 'From long ago, with much that does not work',
      show: show({
        ...complete,
        preparedOn: '2020-09-23',
        reviewedOn: null,
        testedOn: '2020-09-01',
        testedBy: null,
        testedHow: ['We looked at some pages.'],
        compliance: 'none',
        answerWithin: null,
      }),
    },
  ],
}
