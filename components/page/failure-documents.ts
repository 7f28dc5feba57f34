import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {outdatedFormWords, tooLongFormWords, unreadableFormWords} from './form-failure-words.ts'
import {unavailableWords} from './unavailable-words.ts'

/** A whole page, and the Content-Security-Policy that allows its own style and nothing else; framing is not its matter. */
export type FailureDocument = {html: string; policy: string}

export type FailureDocuments = {
  /** For a visitor whose page could not be made. */
  unavailable: FailureDocument
  /** For a visitor who sent a form that the site no longer knows. */
  outdatedForm: FailureDocument
  /** For whoever sent a form that arrived broken. */
  unreadableForm: FailureDocument
  /** For a visitor who sent more than a form may hold. */
  tooLongForm: FailureDocument
}

/** The site's own look. As files they hold the plain names of classes, which a build makes unique. */
const sheets = ['tokens.css', 'base.css', 'page/page.module.css', 'page/message.module.css']

/**
 * The pages that visitors get when the one asked for cannot be. They hold all that they need, so that they can be
 * shown whatever else does not work, without a script.
 */
export function failureDocuments(): FailureDocuments {
  const folder = path.join(process.cwd(), 'components')
  const style = sheets
    .map((sheet) => readFileSync(path.join(folder, sheet), 'utf8'))
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return {
    unavailable: {html: documentOf(unavailableWords, style), policy},
    outdatedForm: {html: documentOf(outdatedFormWords, style), policy},
    unreadableForm: {html: documentOf(unreadableFormWords, style), policy},
    tooLongForm: {html: documentOf(tooLongFormWords, style), policy},
  }
}

type Words = {title: string; explanation: string; tryAgain: string; above?: string; home: string}

function documentOf({title, explanation, tryAgain, above, home}: Words, style: string): string {
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
            <li><a href="">${tryAgain}</a></li>${above === undefined ? '' : `\n            <li><a href=".">${above}</a></li>`}
            <li><a href="/">${home}</a></li>
          </ul>
        </div>
      </div>
    </main>
  </body>
</html>
`
}
