import {speculationRules} from '#lib/speculation-rules.ts'

/** Which links a browser may fetch ahead, named by the header of every static page. */
export function GET(): Response {
  return Response.json(speculationRules, {headers: {'Content-Type': 'application/speculationrules+json'}})
}
