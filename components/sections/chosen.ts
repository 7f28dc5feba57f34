import {itemOf, type Origin} from '#sanity/lib/origin.ts'
import {isFields, isUnpublished, optionalValue, orLeftOut, type Reading} from '#sanity/lib/parse.ts'
import type {FieldsOf, Scalar} from '#sanity/lib/unchecked.ts'
import type {LeftOut} from './section-frame.ts'

type List = {
  /** What is chosen, in one word: "testimonial". */
  what: string
  /** Names the list in the log. */
  label: string
  /** Of the list. */
  origin: Origin | undefined
}

/** Reads documents that staff chose for a section, and collects for a preview why some of them cannot be shown. */
export function chosenReader({what, label, origin}: List, reading: Reading) {
  const leftOut: LeftOut[] = []

  /** Null for what was deleted, or has no version that the reader may see, or cannot be shown. */
  function readChosen<Document, Item>(
    key: Scalar,
    document: Document,
    parse: (document: FieldsOf<Document>) => Item | null,
  ): Item | null {
    const because = (reason: string) => {
      leftOut.push({reason, mend: itemOf(origin, optionalValue(key, 'its key'))})
      return null
    }
    if (isFields(document)) {
      if (isUnpublished(document, reading)) because(`This ${what} is not published yet.`)
      return orLeftOut(
        label,
        reading,
        () => parse(document),
        (problem) => because(`A ${what} cannot be shown: ${problem}.`),
      )
    }
    return reading.preview ? because(`A ${what} was chosen that has been deleted. Choose another one.`) : null
  }

  return {leftOut, readChosen}
}
