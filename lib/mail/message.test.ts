import {type MailMessage, messageProblem} from './message.ts'

const letter: MailMessage = {
  to: {name: 'The office', address: 'office@school.example'},
  replyTo: {name: 'مريم', address: 'maryam@home.example'},
  subject: 'Cwestiwn am yr ysgol ŵ',
  text: 'Two\nlines',
}

it('lets a letter through whose names are in any script', () => {
  expect(messageProblem(letter)).toBeNull()
  expect(messageProblem({...letter, replyTo: null})).toBeNull()
})

const breaks = ['\n', '\r', '\r\n', '\u0000', '\u000b', '\u0085', '\u2028', '\u2029']

it.each(breaks)('refuses what could begin another header after %j', (end) => {
  const injected = `x${end}Bcc: everybody@else.example`
  const all = [
    {...letter, subject: injected},
    {...letter, to: {...letter.to, name: injected}},
    {...letter, to: {...letter.to, address: `a@b.example${end}Bcc: c@d.example`}},
    {...letter, replyTo: {name: injected, address: 'a@b.example'}},
    {...letter, replyTo: {name: null, address: `a@b.example${end}`}},
  ]
  for (const message of all) {
    const problem = messageProblem(message)
    expect(problem).toEqual(expect.any(String))
    expect(problem).not.toContain('Bcc')
  }
})
