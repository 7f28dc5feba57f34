/** What the questions of a section are about, in the words of the form. The first is what a new section starts with. */
export const questionKinds = [
  {value: 'questions', title: 'What people ask'},
  {value: 'myths', title: 'What people believe wrongly: each answer needs a source with its date'},
] as const
