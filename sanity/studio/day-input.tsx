import {type StringInputProps, useParseErrorForPath, useReportParseError} from 'sanity'

const noDay = 'This is no day: write it as 31/12/2026, or choose it from the calendar.'

/** The field of a day. What is typed and is none stays in the field, and Sanity says why in the words of its programs. */
export function DayInput(props: StringInputProps) {
  const isWrong = useParseErrorForPath(props.path) !== undefined
  // The field inside has reported first, so these words stand in the place of its own.
  useReportParseError(props.path, isWrong ? noDay : null)
  const elementProps = {...props.elementProps, title: isWrong ? noDay : undefined}
  return props.renderDefault({...props, elementProps})
}
