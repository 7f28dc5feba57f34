import {dayInWords} from '../dates.ts'
import {registerFactsProblem} from '../register-facts.ts'
import {contactRouteProblem, happyToBeAskedProblem} from '../schools.ts'
import type {Content, Versions} from './content.ts'
import {type AttentionItem, type Finding, itemsIn} from './item.ts'
import {dayIn, fieldsIn, type Path, type PlainDocument, textIn} from './plain-document.ts'

const schoolsOf = ({versions}: Content): Versions[] => versions.filter(({type}) => type === 'school')

/**
 * Schools without a way to be asked. The Trust promises that its schools answer, so each school in it has a contact
 * route that it chose. One that says that it is happy to be asked makes the promise to every visitor of its page.
 */
export function schoolsWithoutContactRoute(content: Content): AttentionItem[] {
  return schoolsOf(content).flatMap((school) => itemsIn('contact-route', school, content, unreachable))
}

function unreachable({happyToBeAsked, contactRoute, status}: PlainDocument): Finding[] {
  if (status === 'left') return []
  const {kind, email, telephone, url} = fieldsIn(contactRoute)
  const route = {
    kind: textIn(kind),
    email: textIn(email),
    telephone: textIn(telephone),
    url: textIn(url),
  }
  const isPromised = happyToBeAskedProblem(happyToBeAsked === true, route) !== null
  const remedy = contactRouteProblem(route)
  if (remedy === null || (!isPromised && status === 'joining')) return []
  return [
    {
      about: ['contactRoute'],
      path: routePath(route.kind),
      reason: isPromised
        ? 'This school says that it is happy to be asked, and visitors find no way to ask it.'
        : 'This school has not chosen how to ask it.',
      remedy,
      since: {day: null, words: 'no way to ask yet'},
      effect: isPromised ? 'wrong' : 'none',
      urgency: 'later',
    },
  ]
}

/** The field in which something is missing. */
function routePath(kind: string | undefined): Path {
  const field = new Map([
    ['email', 'email'],
    ['telephone', 'telephone'],
    ['website', 'url'],
  ]).get(kind ?? '')
  return ['contactRoute', field ?? 'kind']
}

/**
 * Schools whose facts were compared with the register more than a year ago, or never.
 * @param today - `YYYY-MM-DD`
 */
export function oldRegisterFacts(content: Content, today: string): AttentionItem[] {
  return schoolsOf(content).flatMap((school) =>
    itemsIn('register-facts', school, content, (version) => oldFacts(version, today)),
  )
}

function oldFacts({status, registerFactsTakenOn}: PlainDocument, today: string): Finding[] {
  const takenOn = dayIn(registerFactsTakenOn)
  const reason = registerFactsProblem({status: textIn(status), takenOn}, today)
  if (reason === null) return []
  return [
    {
      path: ['registerFactsTakenOn'],
      reason,
      remedy: 'Compare them with Get Information about Schools, and give the day.',
      since: takenOn
        ? {day: takenOn, words: `since ${dayInWords(takenOn)}`}
        : {day: null, words: 'never compared'},
      effect: 'none',
      urgency: 'later',
    },
  ]
}
