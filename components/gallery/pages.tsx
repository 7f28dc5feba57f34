import {DraftBar} from '#components/draft-mode/draft-bar.tsx'
import {Page} from '#components/page/index.tsx'
import {page} from './content.ts'
import {onSite, type Room, settingsWithLogo, wordySettings} from './exhibit.tsx'
import {everySection, openingSections, sectionsWithoutOpenings} from './sections.ts'
import {heldBackSections, longSections, sectionsInOtherScripts, twentyThousand, unbroken} from './trials.ts'

const longTitle =
  'What the Voluntary Aided Church of England Schools of Hazelbeck, Beckham and Nutwick Have Learnt Together'

const trail = (...names: string[]) => names.map((name, depth) => ({name, address: `/${'a/'.repeat(depth)}a`}))

/** What staff compose. */
export const pages: Room = {
  title: 'Pages of sections',
  exhibits: [
    {
      slug: 'sections',
      title: 'Every section',
      show: () => onSite(<Page page={page('Every section', everySection)} />, settingsWithLogo),
    },
    {
      slug: 'sections-without-headings',
      title: 'Every section without a heading',
      show: () => onSite(<Page page={page('No headings', sectionsWithoutOpenings)} />),
    },
    {
      slug: 'opening',
      title: 'A page that opens with a picture',
      show: () => onSite(<Page page={page('Opening with a picture', openingSections)} />, settingsWithLogo),
    },
    {
      slug: 'no-sections',
      title: 'A page without sections, below another',
      show: () =>
        onSite(<Page page={{...page('Empty', []), trail: trail('Home', 'Joining the Trust', 'Empty')}} />),
    },
    {
      slug: 'long',
      title: 'Long words, names, navigation and the way from home',
      show: () =>
        onSite(
          <Page
            page={{...page(longTitle, longSections), trail: trail('Home', unbroken, longTitle, longTitle)}}
          />,
          wordySettings,
        ),
    },
    {
      slug: 'twenty-thousand',
      title: 'A text of 20,000 characters',
      show: () => onSite(<Page page={page('A long text', twentyThousand)} />),
    },
    {
      slug: 'scripts',
      title: 'Names in Welsh and Arabic',
      show: () => onSite(<Page page={page('مدرسة وادي البندق الابتدائية', sectionsInOtherScripts)} />),
    },
    {
      slug: 'held-back',
      title: 'What is held back, in a preview of drafts',
      show: () => (
        <>
          {onSite(<Page page={page('Held back', heldBackSections)} />)}
          <DraftBar showsDrafts />
        </>
      ),
    },
    {
      slug: 'published-preview',
      title: 'A preview of what is published',
      show: () => (
        <>
          {onSite(<Page page={page('Published', everySection.slice(0, 2))} />)}
          <DraftBar showsDrafts={false} />
        </>
      ),
    },
  ],
}
