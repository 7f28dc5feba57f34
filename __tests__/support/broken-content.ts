/** The day on which a check takes this content for broken: facts of that day are not old, whenever the tests run. */
export const checkedOn = '2026-11-28'

export type Broken = {_id: string; _type: string; [field: string]: unknown}

const slug = (current: string) => ({_type: 'slug', current})
const key = (_key: string) => ({_key})
const reference = (_ref: string) => ({_type: 'reference', _ref})
const words = (_key: string, text: string, more = {}) => ({
  _key,
  _type: 'block',
  style: 'normal',
  markDefs: [],
  children: [{_key: 's', _type: 'span', text, marks: []}],
  ...more,
})
const picture = (file: string, more: object) => ({
  _type: 'picture',
  _sanityAsset: `image@file://./images/${file}`,
  ...more,
})
const pupils = {alt: 'Two pupils plant an oak', showsPupils: true, consentDate: '2026-09-01'}
const link = (href?: string) => ({_type: 'link', linkType: 'external', ...(href === undefined ? {} : {href})})
const callToAction = (_key: string, target: object) => ({
  _key,
  _type: 'callToActionSection',
  label: 'Go on',
  target,
})

const source = {
  _type: 'source',
  publisher: 'An invented office',
  title: 'Counted',
  url: 'https://office.example/counted',
}
const statistic = (more: object) => ({
  _type: 'statistic',
  before: {_type: 'naturalFrequency', count: 1, outOf: 10},
  after: {_type: 'naturalFrequency', count: 7, outOf: 10},
  population: 'invented schools',
  asAt: 'end of 2017',
  source,
  reviewBy: '2099-12-31',
  ...more,
})
const claim = (name: string, more: object): Broken => ({
  _id: `claim-${name}`,
  _type: 'benefitClaim',
  statement: 'One in ten before, seven in ten, of ten or of twelve, after, or eleven',
  kind: 'statistic',
  statistic: statistic(more),
})
const school = (name: string, more: object): Broken => ({
  _id: `school-${name}`,
  _type: 'school',
  name: `School ${name}`,
  slug: slug(name),
  urn: '900001',
  phase: 'primary',
  status: 'in-trust',
  registerFactsTakenOn: checkedOn,
  ...more,
})
const testimonial = (name: string, more = {}): Broken => ({
  _id: `testimonial-${name}`,
  _type: 'testimonial',
  quotation: 'We are glad.',
  attribution: {kind: 'role', text: 'Trust Headteacher'},
  ...more,
})
const proof = (name: string, more: object): Broken => ({
  _id: `testimonialProof.testimonial-${name}`,
  _type: 'testimonialProof',
  testimonial: {...reference(`testimonial-${name}`), _weak: true},
  saidBy: 'An invented person',
  receivedHow: 'By letter',
  contactDetails: 'Through the office',
  permissionGivenOn: '2020-01-01',
  ...more,
})

const page = (name: string, address: string, more = {}): Broken => ({
  _id: `page-${name}`,
  _type: 'page',
  title: name,
  slug: slug(address),
  sections: [{...key('text'), _type: 'richTextSection', body: [words('b', 'A few words.')]}],
  ...more,
})

/** Content that breaks each rule once, with pictures `hall.jpg` and `amy-smith.jpg`. Nothing else is wrong with it. */
export const brokenContent: Broken[] = [
  {
    _id: 'siteSettings',
    _type: 'siteSettings',
    trustName: 'An invented trust',
    homePage: reference('page-home'),
  },
  page('home', 'home'),
  page('empty', 'empty', {sections: []}),
  page('turning', 'turning', {sections: [{...key('carousel'), _type: 'carouselSection'}]}),

  claim('without-evidence', {
    population: undefined,
    asAt: ' ',
    source: {_type: 'source'},
  }),
  claim('unlike', {after: {_type: 'naturalFrequency', count: 7, outOf: 12}}),
  claim('too-many', {after: {_type: 'naturalFrequency', count: 11, outOf: 10}}),
  claim('halves', {before: {_type: 'naturalFrequency', count: 1.5, outOf: 10}}),
  claim('old', {reviewBy: '2020-01-01'}),
  claim('never-again', {reviewBy: undefined}),
  claim('plain-source', {source: {...source, url: 'http://office.example/counted'}}),
  {_id: 'claim-share', _type: 'benefitClaim', kind: 'words', statement: 'Over 90% of 200 improved'},
  {_id: 'claim-figure', _type: 'benefitClaim', kind: 'words', statement: 'We saved £200,000'},
  {_id: 'claim-no-number', _type: 'benefitClaim', kind: 'words', statement: 'One team of two schools'},
  {
    _id: 'claim-praise',
    _type: 'benefitClaim',
    kind: 'statistic',
    statement: 'Our outstanding schools went from one in ten to seven in ten',
    statistic: statistic({}),
  },
  claim('contradicted', {after: {_type: 'naturalFrequency', count: 8, outOf: 10}}),

  testimonial('without-proof'),
  testimonial('expired'),
  proof('expired', {permissionExpiresOn: '2021-01-01'}),
  testimonial('withdrawn'),
  proof('withdrawn', {permissionWithdrawnOn: '2021-01-01'}),
  testimonial('named', {attribution: {kind: 'name', text: 'Amy Smith, Year 4'}}),
  proof('named', {}),

  {
    _id: 'page-links',
    _type: 'page',
    title: 'Links',
    slug: slug('links'),
    sections: [
      callToAction('plain', link('http://plain.example')),
      callToAction('script', link('javascript:alert(1)')),
      callToAction('empty', link()),
      callToAction('hash', link('#')),
      callToAction('nowhere', {_type: 'link', linkType: 'internal'}),
      callToAction('filter', link('https://eur02.safelinks.protection.outlook.com/?url=x')),
      callToAction('preview', link('https://draft.vercel.app/joining')),
      {
        _key: 'text',
        _type: 'richTextSection',
        body: [
          words('b', 'Read on', {
            markDefs: [{...link('https://localhost:3000/'), ...key('m')}],
            children: [{_key: 's', _type: 'span', text: 'Read on', marks: ['m']}],
          }),
        ],
      },
    ],
  },
  {_id: 'resource-without-address', _type: 'resource', title: 'An article', kind: 'article'},
  {
    _id: 'resource-mail',
    _type: 'resource',
    title: 'An office',
    kind: 'website',
    url: 'mailto:office@school.example',
  },

  {
    _id: 'page-pictures',
    _type: 'page',
    title: 'Pictures',
    slug: slug('pictures'),
    sections: Object.entries({
      alt: picture('hall.jpg', {}),
      consent: picture('hall.jpg', {...pupils, consentDate: undefined}),
      tomorrow: picture('hall.jpg', {...pupils, consentDate: '2099-01-01'}),
      named: picture('hall.jpg', {...pupils, alt: 'Joshua and Mia plant an oak'}),
      caption: picture('hall.jpg', {...pupils, caption: 'Zainab, Year 4'}),
      capitals: picture('hall.jpg', {...pupils, caption: 'SAOIRSE wins, with Tom'}),
      file: picture('amy-smith.jpg', pupils),
    }).map(([name, value]) => ({...key(name), _type: 'pictureSection', picture: value})),
  },

  {
    _id: 'page-words',
    _type: 'page',
    title: 'An outstanding trust',
    slug: slug('words'),
    sections: [
      {
        ...key('text'),
        _type: 'richTextSection',
        heading: 'The best of all',
        body: [words('b', 'We guarantee it.'), words('c', 'We are rated good.')],
      },
      {
        ...key('headings'),
        _type: 'richTextSection',
        body: [words('d', 'One', {style: 'h2'}), words('e', 'Three', {style: 'h4'})],
      },
    ],
  },
  page('found', 'found', {seo: {_type: 'seo', title: `The best of all ${'schools '.repeat(8)}`}}),
  {
    _id: 'claim-words',
    _type: 'benefitClaim',
    statement: 'Failing schools improve',
    kind: 'words',
  },
  testimonial('loaded'),
  proof('loaded', {}),

  page('own', 'studio/anything'),
  page('capitals', 'Join-Us'),
  page('twin-a', 'twin'),
  page('twin-b', 'twin', {_id: 'drafts.page-twin-b', title: 'Other twin'}),
  page('half-a', 'half', {_id: 'drafts.page-half-a'}),
  page('half-b', 'half', {_id: 'drafts.page-half-b'}),

  school('urn', {urn: '12'}),
  school('website', {website: 'www.school.example'}),
  school('facts', {registerFactsTakenOn: '2020-01-01'}),
  school('never-compared', {registerFactsTakenOn: undefined}),
  school('place', {location: {_type: 'geopoint', lat: -2.8, lng: 54.2}}),
  school('asked', {happyToBeAsked: true}),
  school('route', {contactRoute: {_type: 'contactRoute', kind: 'email'}}),
  school('form', {contactRoute: {_type: 'contactRoute', kind: 'website'}}),
  school('telephone', {contactRoute: {_type: 'contactRoute', kind: 'telephone'}}),

  {_id: 'redirect-a', _type: 'redirect', from: '/a', to: '/b', permanent: true},
  {_id: 'redirect-b', _type: 'redirect', from: '/b', to: '/a', permanent: true},

  {_id: 'old-thing', _type: 'newsletter', title: 'Nobody knows me'},
].map((document) =>
  document._id === 'testimonial-loaded' ? {...document, quotation: 'The best school.'} : document,
)
