/** Largest form, in bytes: room for far more text than any field takes, so that too long a text comes back whole. */
export const largestForm = 256 * 1024

/** Why a form was not taken: the status of the answer, and a sentence for whoever sent it. */
export type FormRefusal = {status: 403 | 411 | 413; reason: string}

type Headers = {get: (name: string) => string | null}

/**
 * Why a form that was posted is refused, or null. Browsers say where a form was sent from, in `Origin` and in
 * `Sec-Fetch-Site`; a post that does not, or that names another site, was made by a program or by a stranger's page.
 * @param isOwn - whether an origin is this site's
 */
export function formRefusal(headers: Headers, isOwn: (origin: string) => boolean): FormRefusal | null {
  const origin = headers.get('origin')
  const from = headers.get('sec-fetch-site')
  if (origin === null || !isOwn(origin) || (from !== null && from !== 'same-origin')) {
    return {
      status: 403,
      reason: 'This form can only be sent from this website. Open it again, and send it from there.',
    }
  }
  const length = headers.get('content-length')
  if (length === null) return {status: 411, reason: 'The length of the form is missing.'}
  if (Number(length) <= largestForm) return null
  return {
    status: 413,
    reason:
      'This is too long to be sent. Go back to the form: your browser may still hold your words. Shorten them.',
  }
}
