/** @jest-environment jsdom */
import {cleanup, render} from '@testing-library/react'
import fc from 'fast-check'
import {mostIcons, naturalFrequencyProblem} from '#lib/claims.ts'
import type {NaturalFrequency as Frequency} from '#lib/natural-frequency.ts'
import {NaturalFrequency} from './index.tsx'

const qualifiers: Frequency['qualifier'][] = ['exactly', 'almost', 'about', 'more than']

/** Every frequency that the rule of claims lets through: each count, denominator and qualifier. */
const frequencies = fc.integer({min: 1, max: mostIcons}).chain((outOf) =>
  fc.record({
    count: fc.integer({min: 0, max: outOf}),
    outOf: fc.constant(outOf),
    qualifier: fc.constantFrom(...qualifiers),
  }),
)

const conditions = fc.constantFrom(null, 'had been inspected', 'answered')

function show(frequency: Frequency, ofThoseThat: string | null = null) {
  cleanup()
  const {container} = render(
    <NaturalFrequency frequency={frequency} label="After" ofThoseThat={ofThoseThat} />,
  )
  const icons = [...container.querySelectorAll('svg circle')]
  return {container, icons, counted: icons.map((icon) => icon.classList.contains('counted'))}
}

/** What the sentence says, read by somebody who does not see the picture. */
function readSentence(container: HTMLElement) {
  const seen = container.cloneNode(true)
  if (!(seen instanceof HTMLElement)) throw new Error('Nothing was drawn.')
  for (const hidden of seen.querySelectorAll('[aria-hidden="true"]')) hidden.remove()
  const words = seen.textContent ?? ''
  const match = /^After (?:(almost|about|more than) )?(\d+) in (\d+)(?: of those that (.+))?$/.exec(words)
  if (match === null) throw new Error(`This is no sentence about a frequency: ${words}`)
  const [, qualifier = 'exactly', count, outOf, condition = null] = match
  return {qualifier, count: Number(count), outOf: Number(outOf), condition}
}

test('picture and sentence say the same, for every count, denominator and qualifier', () => {
  fc.assert(
    fc.property(frequencies, conditions, (frequency, ofThoseThat) => {
      expect(naturalFrequencyProblem(frequency)).toBeNull()
      const {container, counted} = show(frequency, ofThoseThat)
      expect(readSentence(container)).toEqual({...frequency, condition: ofThoseThat})
      expect(counted).toHaveLength(frequency.outOf)
      expect(counted.filter(Boolean)).toHaveLength(frequency.count)
    }),
  )
})

test('the counted icons stand together, before the others, in rows of ten', () => {
  fc.assert(
    fc.property(frequencies, (frequency) => {
      const {icons, counted} = show(frequency)
      expect(counted.lastIndexOf(true)).toBe(frequency.count - 1)
      const places = icons.map((icon) => [Number(icon.getAttribute('cy')), Number(icon.getAttribute('cx'))])
      const inReadingOrder = [...places].sort(
        ([y = 0, x = 0], [otherY = 0, otherX = 0]) => y - otherY || x - otherX,
      )
      expect(places).toEqual(inReadingOrder)
      expect(new Set(places.map(([y]) => y)).size).toBe(Math.ceil(frequency.outOf / 10))
    }),
  )
})

test('every icon lies whole within its picture, and is as large in each', () => {
  fc.assert(
    fc.property(frequencies, (frequency) => {
      const {container, icons} = show(frequency)
      const [, , width = 0, height = 0] = (container.querySelector('svg')?.getAttribute('viewBox') ?? '')
        .split(' ')
        .map(Number)
      expect(width).toBe(200)
      for (const icon of icons) {
        const [x, y, radius] = ['cx', 'cy', 'r'].map((name) => Number(icon.getAttribute(name)))
        expect(Math.min(x ?? 0, y ?? 0, width - (x ?? 0), height - (y ?? 0))).toBeGreaterThan(radius ?? 0)
      }
    }),
  )
})

test('it is read once: the picture has no words of its own', () => {
  const {container} = show({count: 7, outOf: 10, qualifier: 'almost'}, 'had been inspected')
  const picture = container.querySelector('svg')
  expect(picture).toHaveAttribute('aria-hidden', 'true')
  expect(picture).not.toHaveAttribute('role')
  expect(picture?.textContent).toBe('')
  expect(container.textContent).toBe('After almost 7 in 10 of those that had been inspected')
})
