import {partsOf} from './parts.ts'

const block = (text: string) => ({
  _type: 'block',
  _key: 'b',
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: 's', text, marks: []}],
})

it('names every part of a page, a section as one, and leaves out what is empty', () => {
  const page = {
    title: 'Joining',
    summary: '',
    sections: [
      {
        _type: 'richTextSection',
        _key: 'a',
        heading: 'How',
        body: [block('By asking.'), block('By waiting.')],
      },
      {_type: 'richTextSection', _key: 'b', body: []},
      {_type: 'callToActionSection', _key: 'c', heading: 'Now', label: 'Talk to us'},
    ],
    seo: {title: 'Joining us'},
  }
  expect(partsOf('page', page)).toEqual([
    {title: 'Title', words: 'Joining'},
    {title: 'Text “How”', words: 'How\nBy asking.\n\nBy waiting.'},
    {title: 'Call to action “Now”', words: 'Now\nTalk to us'},
    {title: 'Search and sharing, title for search', words: 'Joining us'},
  ])
})

it('names the parts of a testimonial', () => {
  const said = {quotation: '“Yes.”', attribution: {text: 'Head'}, school: {_id: 'elm', name: 'Elm School'}}
  expect(partsOf('testimonial', said).map(({title}) => title)).toEqual([
    'Quotation',
    'Attribution, name or role',
    'School, name of the school',
  ])
})
