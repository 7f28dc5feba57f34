/** @jest-environment jsdom */
import {focusWhenShown} from './focus-field.ts'

beforeEach(() => {
  jest.useFakeTimers()
  document.body.innerHTML = ''
})

afterEach(() => {
  jest.useRealTimers()
})

function show(id: string): HTMLInputElement {
  const input = document.createElement('input')
  input.id = id
  document.body.append(input)
  return input
}

test('a field that comes late gets the focus', () => {
  focusWhenShown('pictures[_key=="p1"].consentDate')
  jest.advanceTimersByTime(2_000)
  const field = show('pictures[_key=="p1"].consentDate')
  jest.advanceTimersByTime(200)
  expect(document.activeElement).toBe(field)
})

test('a field that has the focus lets it go again', () => {
  const field = show('url')
  focusWhenShown('url')
  jest.advanceTimersByTime(200)
  field.blur()
  jest.advanceTimersByTime(2_000)
  expect(document.activeElement).toBe(document.body)
})

test('somebody who is elsewhere already stays there', () => {
  focusWhenShown('url')
  const elsewhere = show('title')
  elsewhere.focus()
  show('url')
  jest.advanceTimersByTime(200)
  expect(document.activeElement).toBe(elsewhere)
})

test.each(['keydown', 'pointerdown'])('after a %s nothing is focused any more', (event) => {
  focusWhenShown('url')
  document.body.dispatchEvent(new Event(event, {bubbles: true}))
  show('url')
  jest.advanceTimersByTime(200)
  expect(document.activeElement).toBe(document.body)
})

test('a field that does not come is not waited for', () => {
  focusWhenShown('url', 1_000)
  jest.advanceTimersByTime(1_100)
  show('url')
  jest.advanceTimersByTime(1_000)
  expect(document.activeElement).toBe(document.body)
})
