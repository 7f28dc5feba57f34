import {createHash} from 'node:crypto'
import {outboxPage, outboxPolicy} from './outbox-page.ts'

const letter = {
  file: 'a.eml',
  from: 'website@trust.example',
  to: 'The <b>office</b> <office@school.example>',
  replyTo: '',
  subject: '<script>alert(1)</script>',
  date: '2026-11-23T10:00:00.000Z',
  text: 'سلام & "ŵ" <img src=x onerror=alert(1)>\nSecond line',
}

test('letters are shown as text, whatever is in them', () => {
  const page = outboxPage([letter], '/data/outbox')
  expect(page).not.toMatch(/<script|<img|<b>/)
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(page).toContain('سلام &amp; &quot;ŵ&quot; &lt;img src=x onerror=alert(1)&gt;\nSecond line')
  expect(page).not.toContain('Reply to')
  expect(page).toContain('1 letter,')
})

test('an empty outbox says so', () => {
  expect(outboxPage([], '/data/outbox')).toContain('None yet.')
})

test('the policy lets the page’s own style through and no script', () => {
  const [, style = ''] = /<style>(.*)<\/style>/s.exec(outboxPage([], '')) ?? []
  expect(outboxPolicy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  expect(outboxPolicy).toMatch(/^default-src 'none';/)
  expect(outboxPolicy).not.toContain('script-src')
})
