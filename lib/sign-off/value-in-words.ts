import {isJsonObject, isObject, type Json} from './json.ts'
import type {Shape} from './shape.ts'

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
      return joined(Array.isArray(value) ? value.map((item) => inWords(shape.of, item)) : [])
    case 'fields':
      return isJsonObject(value)
        ? joined(Object.entries(shape.fields).map(([name, field]) => inWords(field.shape, value[name])))
        : ''
    case 'oneOf': {
      const type = isObject(value) ? shape.types[String(value._type)] : undefined
      return type === undefined ? '' : inWords(type.shape, value)
    }
    default:
      return String(value)
  }
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
