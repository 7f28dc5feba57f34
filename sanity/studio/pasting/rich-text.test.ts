import {portableTextOf} from './rich-text.ts'

test('a link is the project’s own, once for each address, and marks of a span keep their order', () => {
  const keys = ['link', 'block', 'first', 'second', 'third']
  const href = 'https://www.example.org/'
  const block = portableTextOf(
    {
      style: 'normal',
      list: {kind: 'number', level: 2},
      spans: [
        {text: 'here', marks: ['strong'], href},
        {text: ' and ', marks: [], href: null},
        {text: 'there', marks: [], href},
      ],
    },
    () => keys.shift() ?? '',
  )
  expect(block).toEqual({
    _type: 'block',
    _key: 'block',
    style: 'normal',
    listItem: 'number',
    level: 2,
    markDefs: [{_type: 'link', _key: 'link', linkType: 'external', href}],
    children: [
      {_type: 'span', _key: 'first', text: 'here', marks: ['strong', 'link']},
      {_type: 'span', _key: 'second', text: ' and ', marks: []},
      {_type: 'span', _key: 'third', text: 'there', marks: ['link']},
    ],
  })
})
