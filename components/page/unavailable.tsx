import messageStyles from './message.module.css'
import {PageFrame} from './page-frame.tsx'
import {unavailableWords} from './unavailable-words.ts'

/** What somebody who previews reads when the page could not be made; visitors get `failure-documents.ts`. */
export function Unavailable() {
  const {title, explanation, home} = unavailableWords
  return (
    <PageFrame title={title} compact>
      <div className={messageStyles.message}>
        <p>{explanation}</p>
        <p>
          <a href="/">{home}</a>
        </p>
      </div>
    </PageFrame>
  )
}
