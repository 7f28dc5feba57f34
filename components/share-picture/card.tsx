import {shortened} from '#lib/search-words.ts'
import {drawable} from './drawable.ts'
import {pictureSize} from './size.ts'

export type CardContent = {
  title: string
  /** A few words above the title: where the page belongs. */
  above: string | null
  trustName: string
  tagline: string | null
  /** Data addresses of pictures, which `next/og` reads as PNG or JPEG. */
  mark: string | null
  picture: string | null
}

/** Of the picture beside the title, in pixels. */
export const panelSize = {width: 408, height: pictureSize.height}
export const markSize = 76

/** Longest title that is drawn, in characters; the end of a longer one is left out. */
const longestTitle = 130

const colour = {
  paper: '#fffcf5',
  ink: '#0c3a33',
  quiet: '#53615a',
  accent: '#ad4a1b',
  sun: '#f2b84b',
  hill: '#14524a',
}

/** The picture of a page for where it is shared: its title, the Trust's name and mark, and a picture beside them. */
export function Card({title, above, trustName, tagline, mark, picture}: CardContent) {
  const name = drawable(trustName)
  const words = shortened(drawable(title), longestTitle) || name
  return (
    <div style={{...fill, background: colour.paper, color: colour.ink, fontFamily: 'Bricolage Grotesque'}}>
      <div style={{...column, flex: 1, justifyContent: 'space-between', padding: '56px 56px 0 64px'}}>
        <div style={{display: 'flex', alignItems: 'center', gap: 20}}>
          {/* biome-ignore lint/performance/noImgElement: It is drawn, not sent to a browser. */}
          {mark !== null && <img src={mark} width={markSize} height={markSize} alt="" />}
          <div style={{fontSize: 30, fontWeight: 700, lineHeight: 1.15}}>{name}</div>
        </div>
        <div style={{...column, gap: 14}}>
          {above !== null && (
            <div style={{fontSize: 28, fontWeight: 500, color: colour.accent}}>{drawable(above)}</div>
          )}
          <div
            style={{
              display: 'block',
              fontSize: sizeOf(words),
              fontWeight: 700,
              lineHeight: 1.08,
              letterSpacing: '-0.015em',
              wordBreak: 'break-word',
            }}
          >
            {words}
          </div>
        </div>
        <div style={{...column, gap: 40}}>
          <div style={{fontSize: 26, fontWeight: 500, color: colour.quiet}}>{drawable(tagline ?? '')}</div>
          <div style={{width: 168, height: 14, background: colour.sun, borderRadius: '7px 7px 0 0'}} />
        </div>
      </div>
      {picture === null ? <div style={{width: 56, background: colour.hill}} /> : <Panel picture={picture} />}
    </div>
  )
}

function Panel({picture}: {picture: string}) {
  // biome-ignore lint/performance/noImgElement: It is drawn, not sent to a browser.
  return <img src={picture} {...panelSize} alt="" style={{borderRadius: '72px 0 0 0'}} />
}

const fill = {display: 'flex', width: '100%', height: '100%'} as const
const column = {display: 'flex', flexDirection: 'column'} as const

/** Pixels that let a title of this length, on at most five lines, stand beside the picture. */
function sizeOf({length}: string): number {
  if (length <= 26) return 84
  if (length <= 48) return 68
  return length <= 80 ? 54 : 44
}
