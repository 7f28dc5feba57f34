import {telephoneAddress} from './telephone.ts'

test('a number is dialled without its spaces and brackets', () => {
  expect(telephoneAddress('(01632) 960 100')).toBe('tel:01632960100')
  expect(telephoneAddress('+44 1632 960100')).toBe('tel:+441632960100')
})
