import {ReviewMessage} from '#components/review/message.tsx'
import {getSettings} from '#sanity/lib/content.ts'
// Next.js links the style sheets of what a page imports: those of every review page come from here (see frame.ts).
import '#components/review/answer-summary.tsx'
import '#components/review/check-answer.tsx'
import '#components/review/enter-code.tsx'
import '#components/review/reading.tsx'
import '#components/review/receipt.tsx'
import '#components/review/refused.tsx'
import '#components/review/whole-page.tsx'

/** What stands at the address of review links without a link. */
export default async function ReviewPage() {
  const {contact} = await getSettings()
  return (
    <ReviewMessage trustName={contact.trustName} title="Reading before we publish">
      <p>
        Headteachers read here what will be said about their school, and say whether they agree. To get here,
        open the link in our e-mail.
      </p>
      <p>
        <a href="/">To our website</a>
      </p>
    </ReviewMessage>
  )
}
