/** The ways to show a list of claims, in the words of the form. The first is what a new section starts with. */
export const listStyles = [
  {value: 'bullets', title: 'A list with bullets'},
  {value: 'plain', title: 'Paragraphs'},
  {value: 'running', title: 'A list that reads as one sentence: the page adds “;” and “; and”'},
] as const

export type ListStyle = (typeof listStyles)[number]['value']
