import {dayInWords} from '#lib/dates.ts'
import {isJsonObject, isObject, type Json} from './json.ts'
import type {Field, FieldsShape, Shape} from './shape.ts'

/** A part of canonical content as people read it: paragraphs below each other, behind the words of a link where it leads. */
export function inWords(shape: Shape, value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  switch (shape.kind) {
    case 'id':
      return ''
    case 'flag':
      return 'yes'
    case 'link':
      return isObject(value) && typeof value.address === 'string' ? value.address : 'another page'
    case 'text':
      return Array.isArray(value) ? value.map(blockInWords).join('\n\n') : ''
    case 'list':
      return listInWords(Array.isArray(value) ? value.map((item) => inWords(shape.of, item)) : [])
    case 'fields':
      return fieldsInWords(shape, '', value)
    case 'oneOf': {
      const type = isObject(value) ? shape.types[String(value._type)] : undefined
      return type === undefined ? '' : inWords(type.shape, value)
    }
    case 'value':
      return valueInWords(String(value))
    default:
      return String(value)
  }
}

/** What a part within another is called. */
export function titleUnder(title: string, inner: string): string {
  if (title === '' || inner === '') return title || inner
  return title === inner ? title : `${title}, ${inner.charAt(0).toLowerCase()}${inner.slice(1)}`
}

function fieldsInWords({fields}: FieldsShape, title: string, value: Json | undefined): string {
  if (!isJsonObject(value)) return ''
  return joined(Object.entries(fields).map(([name, field]) => fieldInWords(field, title, value[name])))
}

/** What says nothing by itself, such as a number or a choice, stands behind its name. @param within - that of what it is in */
function fieldInWords({title, shape}: Field, within: string, value: Json | undefined): string {
  if (shape.kind === 'fields') return fieldsInWords(shape, title, value)
  const said = inWords(shape, value)
  return said === '' || !isNamed(shape) ? said : `${nameWithin(within, title)}: ${said}`
}

function isNamed(shape: Shape): boolean {
  return shape.kind === 'words'
    ? shape.isUnseen === true
    : ['value', 'number', 'flag', 'link'].includes(shape.kind)
}

/** "Ages, from", but "Kind of claim", which says already that it is of the claim. */
function nameWithin(within: string, title: string): string {
  return title.toLowerCase().includes(within.toLowerCase()) ? title : titleUnder(within, title)
}

/** A day as people say it, and a choice without its hyphens. */
function valueInWords(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dayInWords(value) ?? value
  return /^[a-z]+(-[a-z]+)+$/.test(value) ? value.replaceAll('-', ' ') : value
}

/** Items of more than one line stand apart. */
function listInWords(items: string[]): string {
  const said = items.filter((item) => item !== '')
  return said.join(said.some((item) => item.includes('\n')) ? '\n\n' : '\n')
}

function joined(parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n')
}

function blockInWords(block: Json): string {
  if (!isObject(block) || !Array.isArray(block.spans)) return ''
  const words = block.spans.map(spanInWords).join('')
  return block.list === undefined ? words : `• ${words}`
}

function spanInWords(span: unknown): string {
  if (!isObject(span)) return ''
  const words = typeof span.words === 'string' ? span.words : ''
  const links = Array.isArray(span.links) ? span.links.filter(isObject) : []
  return links.reduce<string>((said, {address}) => {
    const where = typeof address === 'string' ? address : 'another page'
    return `${said} (leads to ${where})`
  }, words)
}
