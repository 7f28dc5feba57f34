import messageStyles from './message.module.css'
import {PageFrame} from './page-frame.tsx'

/** What a visitor reads when the page could not be made. */
export function Unavailable() {
  return (
    <PageFrame title="This page is not available just now">
      <div className={messageStyles.message}>
        <p>Something went wrong on our side, not on yours. Please try again in a few minutes.</p>
        <p>
          <a href="/">Go to the home page</a>
        </p>
      </div>
    </PageFrame>
  )
}
