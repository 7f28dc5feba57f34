import {extname} from 'node:path'

export type FileType = {extension: string; mimeType: string}

const unknownType: FileType = {extension: 'bin', mimeType: 'application/octet-stream'}

const zip: FileType = {extension: 'zip', mimeType: 'application/zip'}

/** Beginnings of files by which their type is known whatever they are called. */
const signatures: {at: number; bytes: string; type: FileType}[] = [
  {at: 0, bytes: '%PDF-', type: {extension: 'pdf', mimeType: 'application/pdf'}},
  {at: 0, bytes: '\x89PNG\r\n', type: {extension: 'png', mimeType: 'image/png'}},
  {at: 0, bytes: '\xff\xd8\xff', type: {extension: 'jpg', mimeType: 'image/jpeg'}},
  {at: 0, bytes: 'GIF8', type: {extension: 'gif', mimeType: 'image/gif'}},
  {at: 8, bytes: 'WEBP', type: {extension: 'webp', mimeType: 'image/webp'}},
  {at: 4, bytes: 'ftypavif', type: {extension: 'avif', mimeType: 'image/avif'}},
  {at: 4, bytes: 'ftypqt', type: {extension: 'mov', mimeType: 'video/quicktime'}},
  {at: 4, bytes: 'ftypM4A', type: {extension: 'm4a', mimeType: 'audio/mp4'}},
  {at: 4, bytes: 'ftyp', type: {extension: 'mp4', mimeType: 'video/mp4'}},
  {at: 0, bytes: '\x1a\x45\xdf\xa3', type: {extension: 'webm', mimeType: 'video/webm'}},
  {at: 0, bytes: 'OggS', type: {extension: 'ogg', mimeType: 'audio/ogg'}},
  {at: 0, bytes: 'ID3', type: {extension: 'mp3', mimeType: 'audio/mpeg'}},
  {at: 8, bytes: 'WAVE', type: {extension: 'wav', mimeType: 'audio/wav'}},
  {at: 0, bytes: '\x1f\x8b', type: {extension: 'gz', mimeType: 'application/gzip'}},
]

/** Zip archives are told apart by their name only: office documents are archives too. */
const archives: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  epub: 'application/epub+zip',
  odp: 'application/vnd.oasis.opendocument.presentation',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odt: 'application/vnd.oasis.opendocument.text',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
}

/** Text has no signature. None of these is a type that a browser would run. */
const texts: Record<string, string> = {
  csv: 'text/csv',
  ics: 'text/calendar',
  json: 'application/json',
  md: 'text/markdown',
  rtf: 'application/rtf',
  srt: 'application/x-subrip',
  txt: 'text/plain',
  vcf: 'text/vcard',
  vtt: 'text/vtt',
}

/**
 * The type of an uploaded file: by its first bytes where they tell, else by the ending of its name, else by what the
 * client says. Endings that are not known are kept, but such files are served as bytes without a type.
 */
export function fileTypeOf(bytes: Uint8Array, filename?: string, contentType?: string): FileType {
  const start = Buffer.from(bytes.subarray(0, 32)).toString('latin1')
  const signature = signatures.find(({at, bytes: expected}) => start.startsWith(expected, at))
  if (signature) return signature.type

  const ending = extname(filename ?? '')
    .slice(1)
    .toLowerCase()
  const named = /^[a-z0-9]{1,12}$/.test(ending)
  if (start.startsWith('PK\x03\x04')) return typeFrom(archives, ending, contentType) ?? zip
  const known = typeFrom(texts, ending, named ? undefined : contentType)
  return known ?? (named ? {extension: ending, mimeType: unknownType.mimeType} : unknownType)
}

function typeFrom(types: Record<string, string>, ending: string, contentType?: string): FileType | null {
  const mimeType = types[ending]
  if (mimeType) return {extension: ending, mimeType}
  const declared = contentType?.split(';')[0]?.trim().toLowerCase()
  const byType = Object.entries(types).find(([, type]) => type === declared)
  return byType ? {extension: byType[0], mimeType: byType[1]} : null
}
