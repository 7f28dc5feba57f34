import {Fragment, type ReactNode} from 'react'
import {editable, type Origin} from '#sanity/lib/origin.ts'

type Properties = {
  origin: Origin | undefined
  /** Of the field below the origin. */
  path: string
  children: ReactNode
}

/** A part of a line that a click in Preview tells from the rest of the line. For visitors it is what it holds. */
export function Editable({origin, path, children}: Properties) {
  return origin === undefined ? children : <span {...editable(origin, path)}>{children}</span>
}

/** Words of a line, and the field that they come from. Without words it is left out. */
export type LinePart = {path: string; words: string | null}

/** Whether any of it is known. */
export const hasWords = (parts: LinePart[]) => parts.some(({words}) => words !== null)

type LineProperties = {
  origin: Origin | undefined
  parts: LinePart[]
  /** What stands between them. */
  joint?: string
}

/** The parts that are known, with commas between them unless something else is given. */
export function EditableLine({origin, parts, joint = ', '}: LineProperties) {
  const known = parts.filter(({words}) => words !== null)
  if (origin === undefined) return known.map(({words}) => words).join(joint)
  return known.map(({path, words}, position) => (
    <Fragment key={path}>
      {position > 0 && joint}
      <Editable origin={origin} path={path}>
        {words}
      </Editable>
    </Fragment>
  ))
}
