import {PortableText, type PortableTextComponents} from '@portabletext/react'
import type {ReactNode} from 'react'
import {HeldBack, HeldBackWords} from '#components/held-back/index.tsx'
import {type HeadingLevel, type HeadingStyle, headingLevels} from '#lib/headings.ts'
import type {
  RichTextBlock,
  RichText as RichTextContent,
  RichTextHeldBack,
  RichTextLink,
} from '#sanity/lib/content/rich-text.ts'
import styles from './rich-text.module.css'

type Properties = {
  value: RichTextContent
  /** The level of its highest headings: 2 below the page's title, 3 below a section's heading. */
  headingLevel?: HeadingLevel
}

/** A rich text. Its headings take the levels that follow from where it stands and never skip one. */
export function RichText({value, headingLevel = 2}: Properties) {
  if (value.length === 0) return null
  return (
    <div className={styles.richText}>
      <PortableText value={value} components={componentsFor(levelsByKey(value, headingLevel))} />
    </div>
  )
}

function levelsByKey(value: RichTextContent, top: HeadingLevel): Map<string, HeadingLevel> {
  const headings = value.flatMap(({_key, style}) => (style === 'normal' ? [] : [{_key, style}]))
  const levels = headingLevels(
    headings.map(({style}): HeadingStyle => style),
    top,
  )
  return new Map(headings.map(({_key}, position) => [_key, levels[position] ?? top]))
}

function componentsFor(levels: Map<string, HeadingLevel>): PortableTextComponents<RichTextBlock> {
  return {
    block: ({value, children}) => (
      <HeldBack reason={value.heldBack} mend={value.mend}>
        <Block level={levels.get(value._key ?? '') ?? null}>{children}</Block>
      </HeldBack>
    ),
    marks: {
      link: ({value, children}: {value?: RichTextLink; children?: ReactNode}) =>
        value ? <a href={value.href}>{children}</a> : children,
      heldBack: ({value, children}: {value?: RichTextHeldBack; children?: ReactNode}) => (
        <HeldBackWords reason={value?.reason ?? null} mend={value?.mend}>
          {children}
        </HeldBackWords>
      ),
    },
  }
}

function Block({level, children}: {level: HeadingLevel | null; children: ReactNode}) {
  if (level === null) return <p>{children}</p>
  const Heading = `h${level}` as const
  return <Heading>{children}</Heading>
}
