/** How often a form is looked at while its fields are on their way. */
const lookEveryMs = 100

/**
 * Gives a field the focus once its form shows it. The Studio does so by itself, but not in the first form of a
 * session: it fetches the fields after it has tried. Whoever presses a key or clicks meanwhile is left in peace.
 * @param id - that of the field's input, which is the path of the field as the Studio writes it
 */
export function focusWhenShown(id: string, giveUpAfterMs = 10_000): void {
  const looking = setInterval(() => {
    const field = document.getElementById(id)
    if (field === null) return
    stop()
    if (document.activeElement === document.body) field.focus()
  }, lookEveryMs)
  const givingUp = setTimeout(stop, giveUpAfterMs)
  for (const event of ['keydown', 'pointerdown']) document.addEventListener(event, stop)

  function stop() {
    clearInterval(looking)
    clearTimeout(givingUp)
    for (const event of ['keydown', 'pointerdown']) document.removeEventListener(event, stop)
  }
}
