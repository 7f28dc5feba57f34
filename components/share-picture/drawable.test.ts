import {drawable} from './drawable.ts'

test.each([
  ['Tŷ Ŵyl – “Cymru” & Łódź, €5', 'Tŷ Ŵyl – “Cymru” & Łódź, €5'],
  ['Schools that grow together 🎉', 'Schools that grow together'],
  ['Ysgol مدرسة Newydd', 'Ysgol Newydd'],
  ['مدرسة', ''],
  ['Two\u00a0words\u200b\n here', 'Two words here'],
  ['E\u0301cole', 'École'],
  ['Ḧafan', 'Hafan'],
])('of “%s” “%s” is drawn', (text, expected) => {
  expect(drawable(text)).toBe(expected)
})
