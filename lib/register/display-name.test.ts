import {displayName} from './display-name.ts'

test.each([
  ['THORNMERE PRIMARY SCHOOL', 'Thornmere Primary School'],
  ["ST EDDA'S C OF E PRIMARY SCHOOL", 'St Edda’s C of E Primary School'],
  ["ST. EDDA'S COFE VC INFANTS", 'St. Edda’s CofE VC Infants'],
  ['THE ACADEMY OF THE VALLEY', 'The Academy of the Valley'],
  ['WYKE-UPON-MARSH SCHOOL', 'Wyke-upon-Marsh School'],
  ['LARKRIGG SCHOOL (SEMH)', 'Larkrigg School (SEMH)'],
  ['KING HALDAN VI COLLEGE', 'King Haldan VI College'],
  ['MCALDER & O’MERE ACADEMY', 'McAlder & O’Mere Academy'],
  ['EDDLESTOW UTC', 'Eddlestow UTC'],
  ['YSGOL Y DŴR', 'Ysgol y Dŵr'],
  // Written with care already.
  ['Thornmere CofE (VA) Primary School', 'Thornmere CofE (VA) Primary School'],
  ["de Wyke's School", 'de Wyke’s School'],
  // Too short to tell.
  ['UTC', 'UTC'],
])('%s becomes %s', (name, shown) => {
  expect(displayName(name)).toBe(shown)
  expect(displayName(shown)).toBe(shown)
})
