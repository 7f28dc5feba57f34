import {kindProblem} from './file-kind.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const header = '"URN","LA (code)","EstablishmentName"\r\n'

test.each<[string, Uint8Array, RegExp]>([
  ['a zip archive', new Uint8Array([0x50, 0x4b, 0x03, 0x04]), /zip archive: unpack it/],
  ['a compressed file', new Uint8Array([0x1f, 0x8b, 0x08]), /compressed file: unpack it/],
  ['a workbook', bytes('PK\u0003\u0004[Content_Types].xml'), /Excel workbook/],
  ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), /Excel workbook/],
  ['a PDF', bytes('%PDF-1.7'), /PDF document/],
  ['UTF-16 with its mark', new Uint8Array([0xff, 0xfe, 0x22, 0x00]), /UTF-16/],
  ['UTF-16 without one', new Uint8Array([0x22, 0x00, 0x55, 0x00]), /UTF-16/],
  ['a web page', bytes('<!DOCTYPE html><html>'), /web page, not a download/],
  ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0x02, 0x01, 0x00]), /no text file/],
])('%s is refused with the remedy', (_name, start, message) => {
  expect(kindProblem(start)).toMatch(message)
})

test.each([
  ['the register', bytes(header)],
  ['the register with a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...bytes(header)])],
  ['nothing yet, which another rule names', new Uint8Array()],
])('%s is read', (_name, start) => {
  expect(kindProblem(start)).toBeNull()
})
