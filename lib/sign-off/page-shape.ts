import {
  fields,
  flag,
  id,
  link,
  list,
  number,
  oneOf,
  type Shape,
  text,
  unseenWords,
  value,
  words,
} from './shape.ts'

/** A picture as it is seen: which, cut how, and what is said of it. The consent behind it is no reader's matter. */
const picture: Shape = fields({
  asset: ['Picture', fields({_id: ['Picture', id]})],
  alt: ['Words for people who do not see it', unseenWords],
  decorative: ['Decoration', flag],
  caption: ['Caption', words],
  crop: [
    'Cut',
    fields({
      top: ['Top', number],
      bottom: ['Bottom', number],
      left: ['Left', number],
      right: ['Right', number],
    }),
  ],
  hotspot: [
    'Middle',
    fields({
      x: ['Across', number],
      y: ['Down', number],
      width: ['Width', number],
      height: ['Height', number],
    }),
  ],
})

const source: Shape = fields({
  publisher: ['Publisher', words],
  title: ['Title of the source', words],
  url: ['Address of the source', value],
  publishedOn: ['Date of the source', value],
  archivedUrl: ['Archived copy', value],
})

const frequency: Shape = fields({
  count: ['How many', number],
  outOf: ['Out of', number],
  qualifier: ['How exact', value],
})

const claim: Shape = fields({
  _id: ['Claim', id],
  statement: ['Claim', words],
  kind: ['Kind of claim', value],
  statistic: [
    'Statistic',
    fields({
      before: ['Statistic, before', frequency],
      after: ['Statistic, after', frequency],
      counted: ['What is counted', words],
      population: ['Population', words],
      ofThoseThat: ['Of those that', words],
      asAt: ['As at', words],
      asAtDate: ['Day of the count', value],
      source: ['Source', source],
      doesNotShow: ['What it does not show', words],
    }),
  ],
})

/** A school as a list of schools names it. */
const schoolCard: Shape = fields({
  _id: ['School', id],
  name: ['School', words],
  phase: ['Phase', value],
  ages: ['Ages', fields({from: ['From', number], to: ['To', number]})],
  status: ['Status', value],
  town: ['Town', words],
  county: ['County', words],
  picture: ['Picture of the school', picture],
})

const chosen = (title: string, shape: Shape) => list(fields({document: [title, shape]}))

const heading = ['Heading', words] as const
const introduction = ['Introduction', text] as const

/**
 * A page: everything between its head and its foot, and how it looks where it is found and shared. Left out are its
 * address, which leaves a redirect where it was, and what the site adds by itself: menus, the way to the page, and the
 * way to write to a school.
 * @param testimonial - as it is signed by itself
 */
export const pageShape = (testimonial: Shape): Shape =>
  fields({
    title: ['Title', words],
    summary: ['Summary', words],
    sections: [
      'Sections',
      list(
        oneOf({
          richTextSection: ['Text', fields({heading, body: ['Text', text]})],
          testimonialsSection: [
            'Testimonials',
            fields({
              heading,
              introduction,
              testimonials: ['Testimonials', chosen('Testimonial', testimonial)],
            }),
          ],
          benefitClaimsSection: [
            'Benefit claims',
            fields({
              heading,
              introduction,
              listStyle: ['Style of the list', value],
              claims: ['Claims', chosen('Claim', claim)],
            }),
          ],
          schoolsSection: [
            'Schools',
            fields({
              heading,
              introduction,
              selection: ['Which schools', value],
              schools: ['Schools', chosen('School', schoolCard)],
            }),
          ],
          callToActionSection: [
            'Call to action',
            fields({
              heading,
              text: ['Text', words],
              label: ['Button', words],
              target: ['Where the button leads', link],
            }),
          ],
          resourceLinkSection: [
            'Resource',
            fields({
              announcement: ['Announcement', text],
              resource: [
                'Resource',
                fields({
                  _id: ['Resource', id],
                  title: ['Title of the resource', words],
                  publisher: ['Publisher of the resource', words],
                  url: ['Address of the resource', value],
                }),
              ],
            }),
          ],
          questionsSection: [
            'Questions',
            fields({
              heading,
              kind: ['Kind of questions', value],
              questions: [
                'Questions',
                list(
                  fields({
                    question: ['Question', words],
                    answer: ['Answer', text],
                    source: ['Source', source],
                  }),
                ),
              ],
            }),
          ],
          pictureSection: ['Picture', fields({picture: ['Picture', picture]})],
          contactSection: [
            'Contact',
            fields({
              heading,
              introduction,
              settings: [
                'How to reach the Trust',
                fields({
                  trustName: ['Name of the Trust', words],
                  address: ['Address of the Trust', words],
                  telephone: ['Telephone of the Trust', words],
                  email: ['E-mail of the Trust', value],
                }),
              ],
            }),
          ],
        }),
      ),
    ],
    seo: [
      'Search and sharing',
      fields({
        title: ['Title for search', words],
        description: ['Description for search', words],
        hideFromSearch: ['Kept out of search', flag],
        sharePicture: ['Picture for sharing', picture],
      }),
    ],
  })
