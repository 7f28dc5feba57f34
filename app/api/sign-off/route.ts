import {errorFields} from '#lib/log/error-fields.ts'
import {log} from '#lib/log/log.ts'
import {isObject} from '#lib/sign-off/json.ts'
import {isSubjectType, type Subject} from '#lib/sign-off/subjects.ts'
import {type Around, SignOffRefusal, type Staff} from '#sanity/sign-off/around.ts'
import {askForSignOff} from '#sanity/sign-off/ask.ts'
import {describeSignOff, mayRelease} from '#sanity/sign-off/describe.ts'
import {RecordBusyError} from '#sanity/sign-off/ledger.ts'
import {listSignOff} from '#sanity/sign-off/list.ts'
import {cancelRequest, extendRequest, revokeLinks, sendAgain} from '#sanity/sign-off/manage.ts'
import {overrideSignOff, publishAgreed} from '#sanity/sign-off/publish.ts'
import {siteSignOff} from '#sanity/sign-off/site.ts'
import {staffOf} from '#sanity/sign-off/staff.ts'

const noStore = {'Cache-Control': 'no-store'}

/** Largest question, in bytes. */
const largestBody = 64 * 1024

/**
 * What the Studio asks of sign-off, each question as JSON with what is to be done: `{"do": "ask", "type": …, "id": …}`.
 * Whoever asks sends their own token of Content Lake, which says who they are. Answers 200, or a status with
 * `problems`, each a sentence for staff.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    const around = await siteSignOff()
    const question = await readQuestion(request)
    if (question.do === 'list') {
      await staffOf(request.headers.get('authorization'), null, around.client)
      return Response.json({listed: await listSignOff(around)}, {headers: noStore})
    }
    const subject = subjectOf(question)
    const {staff, client} = await staffOf(request.headers.get('authorization'), subject, around.client)
    const answer = await answerTo(question, {subject, staff, around, client})
    return Response.json(answer ?? {}, {headers: noStore})
  } catch (error) {
    return refusalOf(error)
  }
}

type Asking = {subject: Subject; staff: Staff; around: Around; client: Parameters<typeof publishAgreed>[2]}

function answerTo(
  question: {[name: string]: unknown},
  {subject, staff, around, client}: Asking,
): Promise<unknown> {
  const text = (name: string) => (typeof question[name] === 'string' ? question[name] : '')
  const manage = {subject, staff, around, requestId: text('request')}
  switch (question.do) {
    case 'describe':
      return describeSignOff(subject, staff, around)
    case 'may-release':
      return mayRelease(subject, text('version'), around)
    case 'ask':
      return askForSignOff(subject, question.form, staff, around)
    case 'publish':
      return publishAgreed(subject, staff, client, around)
    case 'override':
      return overrideSignOff(subject, question.form, staff, around)
    case 'cancel':
      return cancelRequest(manage, text('why'))
    case 'revoke':
      return revokeLinks(manage)
    case 'extend':
      return extendRequest(manage, Number(question.days))
    case 'send-again':
      return sendAgain(manage, text('reviewer'))
    default:
      throw new SignOffRefusal(
        400,
        'The Studio asked for something that this site does not know. Load the Studio again.',
      )
  }
}

async function readQuestion(request: Request): Promise<{[name: string]: unknown}> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!(length <= largestBody)) throw new SignOffRefusal(400, 'What was sent is too long.')
  const question: unknown = await request.json().catch(() => null)
  if (!isObject(question)) throw new SignOffRefusal(400, 'What was sent cannot be read.')
  return question
}

function subjectOf({type, id}: {[name: string]: unknown}): Subject {
  if (
    isSubjectType(type) &&
    typeof id === 'string' &&
    /^[\w-][\w.-]{0,127}$/.test(id) &&
    !/^(drafts|versions)\./.test(id)
  )
    return {type, id}
  throw new SignOffRefusal(400, 'Documents of this type are not signed off.')
}

function refusalOf(error: unknown): Response {
  if (error instanceof SignOffRefusal)
    return Response.json({problems: error.problems}, {status: error.status})
  if (error instanceof RecordBusyError) return Response.json({problems: [error.message]}, {status: 503})
  log.error('sign-off', 'A question of the Studio failed.', errorFields(error))
  return Response.json(
    {problems: ['That did not work, and nothing was changed. Try again in a minute.']},
    {status: 503},
  )
}
