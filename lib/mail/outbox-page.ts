import {createHash} from 'node:crypto'
import type {OutboxLetter} from './outbox.ts'

const style =
  ':root{color-scheme:light dark}body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 sans-serif;overflow-wrap:anywhere}' +
  'article{margin-top:2rem;border-top:2px solid}dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:0 1rem}dd{margin:0}pre{white-space:pre-wrap;font:inherit}'

/** Lets the page's own style through, and nothing else. */
export const outboxPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`

/** The page that shows developers which letters the site has written, newest first. Plain text, no script. */
export function outboxPage(letters: OutboxLetter[], folder: string): string {
  const count = letters.length === 1 ? '1 letter' : `${letters.length} letters`
  const none = '<p>None yet. Write to a school, and the letter to it and the copy appear here.</p>'
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Outbox</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Outbox</h1>
<p>No mail server is set, so this site on your machine sends nothing. What it would have sent is in ${escaped(folder)}: ${count}, the newest first.</p>
${letters.length === 0 ? none : letters.map(letterPart).join('\n')}
</main>
</body>
</html>
`
}

function letterPart({subject, from, to, replyTo, date, text}: OutboxLetter): string {
  const facts = [
    ['From', from],
    ['To', to],
    ['Reply to', replyTo],
    ['Written', date],
  ]
  const list = facts
    .filter(([, value]) => value !== '')
    .map(([name = '', value = '']) => `<dt>${name}</dt><dd>${escaped(value)}</dd>`)
  return `<article>
<h2 dir="auto">${escaped(subject)}</h2>
<dl>${list.join('')}</dl>
<pre dir="auto">${escaped(text)}</pre>
</article>`
}

const entities: {[character: string]: string} = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}
