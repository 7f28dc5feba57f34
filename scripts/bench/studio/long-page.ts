import {randomUUID} from 'node:crypto'

const key = () => randomUUID().slice(0, 8)

function words(text: string) {
  const children = [{_key: key(), _type: 'span', text, marks: []}]
  return {_key: key(), _type: 'block', style: 'normal', markDefs: [], children}
}

const paragraph =
  'Each school keeps its own character and its own name, and decides with its neighbours what they do together.'

/** Sections as a page of the demo content has them, one kind after the other. */
const kinds: readonly (() => object)[] = [
  () => ({_type: 'richTextSection', heading: 'What we do', body: [1, 2, 3].map(() => words(paragraph))}),
  () => ({
    _type: 'questionsSection',
    heading: 'Questions',
    kind: 'questions',
    questions: [1, 2, 3].map(() => ({
      _key: key(),
      _type: 'question',
      question: 'Who decides?',
      answer: [words(paragraph)],
    })),
  }),
  () => ({
    _type: 'testimonialsSection',
    testimonials: [{_key: key(), _type: 'reference', _ref: 'testimonial-family'}],
  }),
  () => ({
    _type: 'callToActionSection',
    heading: 'Come and see',
    label: 'Talk to us',
    target: {_type: 'link', linkType: 'internal', page: {_type: 'reference', _ref: 'page-contact'}},
  }),
]

/** A page of that many sections, of which each can be published. */
export function longPage(id: string, sections: number) {
  return {
    _id: id,
    _type: 'page',
    title: 'A page to type on',
    slug: {_type: 'slug', current: id},
    sections: Array.from({length: sections}, (_, index) => ({
      ...kinds[index % kinds.length]?.(),
      _key: key(),
    })),
  }
}
