import {pastedAddress} from './pasted-address.ts'

test.each([
  ['https://www.example.org/a?id=7#part', 'https://www.example.org/a?id=7#part'],
  [' https://www.example.org ', 'https://www.example.org'],
  ['http://www.example.org/a', 'https://www.example.org/a'],
  ['https://www.example.org/a?utm_source=x&id=7&fbclid=y', 'https://www.example.org/a?id=7'],
  [
    'https://www.google.com/url?q=http://www.example.org/a%3Futm_medium%3Dx&sa=D',
    'https://www.example.org/a',
  ],
  ['https://www.google.com/search?q=schools', 'https://www.google.com/search?q=schools'],
  [
    'https://nam01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.example.org%2F&data=x',
    'https://www.example.org/',
  ],
  ['https://nam01.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)', null],
  ['mailto:office@school.example', 'mailto:office@school.example'],
  ['tel:01632960123', 'tel:01632960123'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['file:///C:/Users/x/letter.docx', null],
  ['http://localhost:3000/joining', null],
  ['/joining', null],
  ['#_ftn1', null],
  ['', null],
  [null, null],
])('%j is linked as %j', (href, address) => {
  expect(pastedAddress(href)).toBe(address)
})
