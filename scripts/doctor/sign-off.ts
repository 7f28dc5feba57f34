import {openEvent} from '#lib/sign-off/event.ts'
import {isObject} from '#lib/sign-off/json.ts'
import {openSignOffKeys} from '#lib/sign-off/keys.ts'
import {signOffTypes} from '#lib/sign-off/types.ts'
import {type Finding, fault, good, unknown} from './finding.ts'

export const lastEventQuery = `*[_type == "${signOffTypes.event}"] | order(number desc)[0]`

/**
 * Whether the key is there and is that of the record.
 * @param readLastEvent - answers `lastEventQuery` with a document, or with null for none
 */
export async function checkSignOff(
  key: string | null,
  readLastEvent: () => Promise<unknown>,
): Promise<Finding> {
  const keys = key === null ? null : openSignOffKeys(key)
  if (keys === null)
    return fault(
      'SIGN_OFF_KEY is not set: visitors see no testimonial, and no school’s own words.',
      'Set the key that signed the record so far; for a new site make one with npm run sign-off:key.',
    )
  try {
    const event = await readLastEvent()
    if (!isObject(event)) return good('SIGN_OFF_KEY is set, and nothing is signed so far.')
    return openEvent(event, keys) === null
      ? fault(
          'The record of sign-offs is signed with another key than SIGN_OFF_KEY: no agreement in it counts.',
          'Set the key that the site had before. When it is lost, everybody has to be asked again.',
        )
      : good('SIGN_OFF_KEY is the one that signed the record of sign-offs.')
  } catch {
    return unknown(
      'The record of sign-offs could not be read.',
      'Mend what is named above, then run this again.',
    )
  }
}
