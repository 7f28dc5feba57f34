import {setTimeout as wait} from 'node:timers/promises'
import type {Locator, Page} from '@playwright/test'

export type TypingDelays = {
  /** From a key to the frame that shows its character, the longest of all, in ms. */
  longest: number
  /** Of the same delays, the one that 95 in 100 stay below, as the browser's own Event Timing counts them, in ms. */
  eventTiming95: number
}

type Recorded = {painted: number[]; events: number[]}

declare global {
  interface Window {
    __typing?: Recorded
  }
  interface PerformanceObserverInit {
    /** Of Event Timing, in ms; browsers know it, TypeScript does not yet. */
    durationThreshold?: number
  }
}

/** Event Timing leaves out what took less, in ms. */
const shortestReported = 16

/** Runs in the page: notes for each key when the frame after it was painted, and what Event Timing says of it. */
function record(threshold: number): void {
  const recorded: Recorded = {painted: [], events: []}
  window.__typing = recorded
  addEventListener(
    'keydown',
    ({timeStamp}) => {
      requestAnimationFrame(() => {
        // A message comes after the frame that is being made has been handed on.
        const {port1, port2} = new MessageChannel()
        port1.onmessage = () => recorded.painted.push(performance.now() - timeStamp)
        port2.postMessage(null)
      })
    },
    true,
  )
  new PerformanceObserver((list) => {
    for (const {name, duration} of list.getEntries()) if (name === 'keydown') recorded.events.push(duration)
  }).observe({type: 'event', durationThreshold: threshold, buffered: false})
}

/**
 * Types into a field as a person does, who does not wait for the screen: a key every so many milliseconds.
 * @throws Error when not all of the words arrived
 */
export async function typingDelays(page: Page, field: Locator, keys: number, everyMs: number) {
  await field.click()
  await page.keyboard.press('End')
  // The editor of rich text learns a moment later where the caret is.
  await wait(500)
  await page.evaluate(record, shortestReported)
  const typed = 'and what they do together '.repeat(keys).slice(0, keys)
  const pressed: Promise<void>[] = []
  for (const character of typed) {
    pressed.push(page.keyboard.press(character === ' ' ? 'Space' : character))
    await wait(everyMs)
  }
  await Promise.all(pressed)
  await wait(1_000)
  const recorded = await page.evaluate(() => window.__typing)
  const shown = (await field.evaluate((box) => ('value' in box ? String(box.value) : box.textContent))) ?? ''
  if (!recorded || !shown.includes(typed)) throw new Error(`“${shown}” does not hold all that was typed.`)
  return delaysOf(recorded, keys)
}

function delaysOf({painted, events}: Recorded, keys: number): TypingDelays {
  const short = Array.from({length: Math.max(0, keys - events.length)}, () => shortestReported)
  const sorted = [...short, ...events].sort((one, other) => one - other)
  return {
    longest: Math.max(...painted),
    eventTiming95: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0,
  }
}
