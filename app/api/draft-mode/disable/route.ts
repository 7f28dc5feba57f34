import {draftMode} from 'next/headers'
import {redirect} from 'next/navigation'

/** Ends the preview of drafts and shows what visitors see. */
export async function GET(): Promise<never> {
  const draft = await draftMode()
  draft.disable()
  redirect('/')
}
