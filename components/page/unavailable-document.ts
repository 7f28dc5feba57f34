import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {unavailableWords} from './unavailable-words.ts'

/** The site's own look. As files they hold the plain names of classes, which a build makes unique. */
const sheets = ['tokens.css', 'base.css', 'page/page.module.css', 'page/message.module.css']

/**
 * The page that a visitor gets when the one asked for could not be made. It holds all that it needs, so that it can
 * be shown whatever else does not work, without a script.
 * @returns its words, and the Content-Security-Policy that allows its own style and nothing else
 */
export function unavailableDocument(): {html: string; policy: string} {
  const folder = path.join(process.cwd(), 'components')
  const style = sheets
    .map((sheet) => readFileSync(path.join(folder, sheet), 'utf8'))
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
  const hash = createHash('sha256').update(style).digest('base64')
  return {
    html: documentOf(style),
    policy: [
      "default-src 'none'",
      `style-src 'sha256-${hash}'`,
      "img-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
    ].join('; '),
  }
}

function documentOf(style: string): string {
  const {title, explanation, tryAgain, home} = unavailableWords
  return `<!DOCTYPE html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${title}</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <style>${style}</style>
  </head>
  <body>
    <main>
      <div class="masthead">
        <div class="inner"><h1 class="title">${title}</h1></div>
      </div>
      <div class="inner body">
        <div class="message">
          <p>${explanation}</p>
          <ul>
            <li><a href="">${tryAgain}</a></li>
            <li><a href="/">${home}</a></li>
          </ul>
        </div>
      </div>
    </main>
  </body>
</html>
`
}
