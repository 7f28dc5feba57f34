import {letterWithLink} from './letters.ts'
import type {Reviewer, SignOffRequest} from './request.ts'

const head: Reviewer = {id: 'r1', name: 'Ada', role: '', email: 'ada@elm.example', required: true}
const chair: Reviewer = {id: 'r2', name: 'Sam', role: '', email: 'sam@elm.example', required: false}

function letterTo(reviewer: Reviewer, reviewers: Reviewer[], publishedHash = ''): string {
  const request: SignOffRequest = {
    id: 'a',
    subject: {type: 'testimonial', id: 'said'},
    school: 'elm',
    title: 'A testimonial about Elm School',
    hash: 'content-1:sha256:0',
    publishedHash,
    reviewers,
    why: '',
    dueOn: '2027-01-31',
    until: '2027-02-07T12:00:00.000Z',
    at: '2027-01-24T12:00:00.000Z',
    by: 'editor',
    byName: 'Robin',
    byEmail: '',
    round: 1,
  }
  return letterWithLink({trustName: 'The Trust', request, reviewer}, 'https://x.example', request.until).text
}

it('promises that nothing is shown before a yes to those alone without whose yes nothing is', () => {
  const promise = 'Nothing of it is shown to visitors until you say yes.'
  expect(letterTo(head, [head, chair])).toContain(promise)
  expect(letterTo(chair, [chair])).toContain(promise)
  expect(letterTo(chair, [head, chair])).not.toContain('until you say yes')
  expect(letterTo(chair, [head, chair])).toContain('you may answer, and need not')
})

it('says what visitors see until then, where something is published', () => {
  expect(letterTo(head, [head], 'content-1:sha256:1')).toContain('visitors see what is on the website today')
})
