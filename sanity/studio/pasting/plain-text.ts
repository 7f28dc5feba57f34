import type {ClipboardEvent} from 'react'
import {tidyWords} from '#lib/pasting/tidy-words.ts'

/**
 * What a plain field takes of pasted text: the words exactly, without marks that nobody sees and blanks that nobody meant.
 * @param alone - whether it will be all that the field holds; beside other words a blank at its end is meant
 */
export function plainTextOf(copied: string, {alone, oneLine}: {alone: boolean; oneLine: boolean}): string {
  const tidied = tidyWords(copied)
  const words = oneLine ? tidied.replace(/\n+/g, ' ') : tidied
  return alone ? words.trim() : words
}

/** Tidies what is pasted into a plain field, and leaves it to the browser where there is nothing to tidy. */
export function pasteIntoPlainField(event: ClipboardEvent): void {
  const field = event.currentTarget
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  if (field.readOnly || field.disabled) return
  const copied = event.clipboardData.getData('text/plain')
  const alone = field.selectionEnd === null || selectedLength(field) === field.value.length
  const words = plainTextOf(copied, {alone, oneLine: field instanceof HTMLInputElement})
  if (words === copied) return
  event.preventDefault()
  // The only way to write that the browser’s Undo takes back; the Studio uses it too.
  document.execCommand('insertText', false, words)
}

function selectedLength({selectionStart, selectionEnd}: HTMLInputElement | HTMLTextAreaElement): number {
  return (selectionEnd ?? 0) - (selectionStart ?? 0)
}
