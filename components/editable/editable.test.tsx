/** @jest-environment jsdom */
import {render} from '@testing-library/react'
import {Editable, EditableLine} from './index.tsx'

const origin = {id: 'school-a', type: 'school', path: ''}
const parts = [
  {path: 'phase', words: 'Primary'},
  {path: 'religiousCharacter', words: null},
  {path: 'ages', words: 'ages 4 to 11'},
]

test('for visitors it is the words alone', () => {
  const {container} = render(
    <p>
      <EditableLine origin={undefined} parts={parts} />
      <Editable origin={undefined} path="town">
        , Beckham
      </Editable>
    </p>,
  )
  expect(container.innerHTML).toBe('<p>Primary, ages 4 to 11, Beckham</p>')
})

test('in a preview each part of a line leads to its own field', () => {
  const {container} = render(<EditableLine origin={origin} parts={parts} />)
  expect(container).toHaveTextContent('Primary, ages 4 to 11')
  const marks = [...container.querySelectorAll('[data-sanity]')].map(({textContent, attributes}) => [
    textContent,
    attributes.getNamedItem('data-sanity')?.value.includes('path=phase'),
  ])
  expect(marks).toEqual([
    ['Primary', true],
    ['ages 4 to 11', false],
  ])
})
