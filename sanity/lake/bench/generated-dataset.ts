import {randomUUID} from 'node:crypto'
import type {Dataset, JsonObject, LakeDocument} from '../types.ts'

const WORDS = [
  'learning',
  'vale',
  'family',
  'community',
  'valley',
  'primary',
  'together',
  'reading',
  'garden',
]

/**
 * Documents like those of a trust's website: 40 in 100 are schools (four paragraphs, three references), 40
 * testimonials, 20 pages (two sections). The same size gives the same documents.
 */
export function generateDocuments(size: number): LakeDocument[] {
  const testimonials = Math.max(Math.floor(size * 0.4), 1)
  return Array.from({length: size}, (_, index) => {
    const group = index % 5
    const number = Math.floor(index / 5) * 2 + (group % 2)
    if (group < 2) return document(`school-${number}`, 'school', school(number, testimonials))
    if (group < 4) return document(`testimonial-${number}`, 'testimonial', testimonial(number))
    return document(`page-${index}`, 'page', page(index, testimonials))
  })
}

function school(number: number, testimonials: number): JsonObject {
  return {
    name: `${word(number)} School ${(number * 7919) % 10_007}`,
    slug: {_type: 'slug', current: `school-${number}`},
    phase: ['primary', 'secondary', 'special'][number % 3],
    ownWords: Array.from({length: 4}, (_, index) => ({
      _key: `p${index}`,
      _type: 'block',
      style: 'normal',
      markDefs: [],
      children: [{_key: 's', _type: 'span', marks: [], text: sentence(number + index)}],
    })),
    testimonials: Array.from({length: 3}, (_, index) => ({
      _key: `t${index}`,
      _type: 'reference',
      _ref: `testimonial-${(number * 3 + index) % testimonials}`,
    })),
  }
}

function testimonial(number: number): JsonObject {
  return {
    quotation: sentence(number),
    attribution: {kind: 'role', text: `Headteacher ${number}`},
    school: {_type: 'reference', _ref: `school-${number}`},
  }
}

function page(number: number, testimonials: number): JsonObject {
  const reference = {_key: 't', _type: 'reference', _ref: `testimonial-${number % testimonials}`}
  return {
    title: sentence(number),
    slug: {_type: 'slug', current: `pages/page-${number}`},
    sections: [
      {_key: 'a', _type: 'textSection', heading: sentence(number + 1)},
      {_key: 'b', _type: 'testimonialsSection', testimonials: [reference]},
    ],
  }
}

function document(_id: string, _type: string, attributes: JsonObject): LakeDocument {
  const written = '2026-01-01T00:00:00Z'
  return {_id, _type, _rev: 'generated', _createdAt: written, _updatedAt: written, ...attributes}
}

function sentence(seed: number): string {
  return Array.from({length: 12}, (_, index) => word(seed * 5 + index * index)).join(' ')
}

function word(seed: number): string {
  return WORDS[seed % WORDS.length] ?? ''
}

/** A dataset in memory whose documents can be put directly: the bench measures queries, not the disk. */
export function memoryDataset(initial: LakeDocument[]): Dataset & {put(document: LakeDocument): void} {
  const documents = new Map(initial.map((stored) => [stored._id, stored]))
  const listeners = new Set<Parameters<Dataset['subscribe']>[0]>()
  let lastSequence = 0
  const unused = () => {
    throw new Error('The bench does not use this')
  }
  return {
    name: 'bench',
    documents,
    get lastSequence() {
      return lastSequence
    },
    put(after) {
      const before = documents.get(after._id) ?? null
      documents.set(after._id, after)
      lastSequence += 1
      const change = {documentId: after._id, before, after, mutations: []}
      const timestamp = new Date().toISOString()
      for (const listener of listeners) {
        listener({id: randomUUID(), sequence: lastSequence, timestamp, author: 'bench', changes: [change]})
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    commit: unused,
    transactionsAfter: unused,
    transaction: unused,
    transactionsOf: unused,
    close: () => listeners.clear(),
  }
}
