/** The words of the page Working with Us in reading order, letter for letter as the Trust gave them. */
export const workingWithUs = [
  'Working with Us',
  'We are really proud of our Trust, and the relationship we have with our schools and communities. We are a single team, working for the benefit of children and young people, with a commitment to share, learn and develop together for the long term. We don’t do quick fixes in schools, we always look for sustainable methods of driving forward learning, for the benefit of children and young people.',
  'Schools that join our community are our biggest advocates, because we are proud of who we are and what we do. So our main advice to people thinking of joining a Trust would be to talk to our schools and communities. The list of schools is on this site, and they are all happy for you to drop them a line to talk about how being in our Trust has helped them.',
  'Here are some of the things that our schools and staff say about us:',
  '‘Having worked in maintained schools and another MAT, I can honestly say that being in our Trust feels like being in a family where the focus is on values, learning and truly enabling all to flourish ‘ Trust Headteacher',
  'What are the benefits of being in a Trust?',
  'Trusts are specialist organisations set up to run and improve schools – this is why it is clearer to talk about School Trusts, rather than academy trusts. There a very clear lines of accountability in the School Trust model.',
  'Many academies now work together in a group of schools as one entity to improve and maintain high educational standards across the group. Where a Trust runs a group of schools, it has the power to create a collaborative framework.',
  'A group of schools working together in a single entity can do lots of things that are harder for stand-alone schools or maintained schools to do:',
  'Teachers work and learn together to improve the way they teach;',
  'Schools share practices that make a difference to the quality of teaching;',
  'Teachers and leaders can work together on the things that matter – like curriculum and assessment;',
  'Failing schools can improve – only one in 10 schools that were required to join a trust were judged good or outstanding before they converted, compared with almost seven in 10 after they joined a trust (of those that had been inspected);',
  'It is more possible for teachers and leaders to move to another school to help improve the quality of education where that school is struggling – and these moves are more likely to be to schools with more disadvantaged pupils; and',
  'It is more possible to be efficient – and thereby to invest money in supporting pupils to have wider opportunities',
  'There are many myths about working in MATs, many of them are explored in this article:',
]
