import {type RefObject, useEffect, useRef} from 'react'

/**
 * What the focus goes back to when a dialogue closes that is opened now: the control that has it, or, where that is a
 * line of a menu, which is gone by then, the button of the menu.
 */
export function openerNow(): HTMLElement | null {
  const {activeElement} = document
  if (!(activeElement instanceof HTMLElement)) return null
  const menu = activeElement.closest('[role="menu"]')
  return menu === null ? activeElement : document.getElementById(menu.getAttribute('aria-labelledby') ?? '')
}

/**
 * Gives the focus back as soon as the dialogue is gone and the control can be used again.
 * @param shown - a part of the dialogue: while it stands in the document, the focus stays where it is
 */
export function giveFocusBack(opener: HTMLElement | null, shown: HTMLElement | null = null): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (!shown?.isConnected) opener?.focus()
    }),
  )
}

/** Takes the focus to what appears, since what was pressed may be gone with it, and gives it back when that goes again. */
export function useFocusWhenShown<Shown extends HTMLElement>(): RefObject<Shown | null> {
  const reference = useRef<Shown>(null)
  const opener = useRef<HTMLElement>(null)
  useEffect(() => {
    const {current: shown} = reference
    opener.current ??= openerNow()
    shown?.focus()
    return () => giveFocusBack(opener.current, shown)
  }, [])
  return reference
}
