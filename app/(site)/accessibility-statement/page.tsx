import type {Metadata} from 'next'
import {AccessibilityStatement} from '#components/accessibility-statement/index.tsx'
import {ownPageMetadata} from '#components/page/metadata.ts'
import {PageFrame} from '#components/page/page-frame.tsx'
import {Site} from '#components/site/index.tsx'
import {accessibilityStatement} from '#lib/slugs.ts'
import {getSettings} from '#sanity/lib/content.ts'

export async function generateMetadata(): Promise<Metadata> {
  return ownPageMetadata(accessibilityStatement, await getSettings())
}

export default async function AccessibilityStatementPage() {
  const settings = await getSettings()
  return (
    <Site settings={settings} path={accessibilityStatement.path}>
      <PageFrame title={accessibilityStatement.heading}>
        <AccessibilityStatement facts={settings.accessibility} contact={settings.contact} />
      </PageFrame>
    </Site>
  )
}
