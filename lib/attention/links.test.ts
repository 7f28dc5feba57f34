import {attentionItems} from './attention-items.ts'
import type {PlainDocument} from './plain-document.ts'

const itemsOf = (...documents: PlainDocument[]) =>
  attentionItems(documents, {today: '2026-11-28', timeZone: 'Europe/London'})

const linkTo = (target: object) => ({_key: 'l1', _type: 'link', ...target})

/** A page with a text of which one link is given. */
const pageWith = (link: object): PlainDocument => ({
  _id: 'page-a',
  _type: 'page',
  title: 'Working together',
  sections: [
    {
      _key: 's1',
      _type: 'richTextSection',
      body: [
        {
          _key: 'b1',
          _type: 'block',
          children: [{_type: 'span', text: 'this article', marks: ['l1']}],
          markDefs: [link],
        },
      ],
    },
  ],
})
const pathOfLink = ['sections', {_key: 's1'}, 'body', {_key: 'b1'}, 'markDefs', {_key: 'l1'}]

const register = {
  _id: 'resource-register',
  _type: 'resource',
  title: 'The register',
  url: 'https://register.example',
}

test.each([
  [{linkType: 'external'}, 'href', 'Give the address.'],
  [{linkType: 'external', href: ' '}, 'href', 'Give the address.'],
  [{linkType: 'external', href: 'http://a.example'}, 'href', 'starts with https://'],
  [{linkType: 'external', href: 'javascript:alert(1)'}, 'href', 'An address starts with'],
  [{linkType: 'external', href: 'https://a.safelinks.protection.outlook.com'}, 'href', 'mail filter'],
  [{linkType: 'internal'}, 'page', 'Choose the page'],
  [{linkType: 'internal', page: {_ref: 'gone'}}, 'page', 'is gone'],
])('%j leads nowhere', (target, field, remedy) => {
  expect(itemsOf(pageWith(linkTo(target)))).toEqual([
    {
      kind: 'link-without-address',
      urgency: 'now',
      effect: 'held-back',
      document: {id: 'page-a', type: 'page', title: 'Working together'},
      path: [...pathOfLink, field],
      since: {day: null, words: 'no usable address'},
      reason: expect.stringMatching(/^The link “this article” leads nowhere, so it is held back/),
    },
  ])
  expect(itemsOf(pageWith(linkTo(target)))[0]?.reason).toContain(remedy)
})

test.each([
  {linkType: 'external', href: 'https://a.example'},
  {linkType: 'external', href: 'mailto:office@a.example'},
  {linkType: 'internal', page: {_ref: 'resource-register'}},
])('%j leads somewhere', (target) => {
  expect(itemsOf(pageWith(linkTo(target)), register)).toEqual([])
})

test('a link to what is not published is named, and what it leads to', () => {
  const [item] = itemsOf(pageWith(linkTo({linkType: 'internal', page: {_ref: 'page-b'}})), {
    _id: 'drafts.page-b',
    _type: 'page',
    title: 'Become a trustee',
  })
  expect(item?.reason).toContain('“Become a trustee”, is not published')
})

test('a call to action goes by its words', () => {
  const section = {_key: 's1', _type: 'callToActionSection', label: 'Talk to us', target: linkTo({})}
  const [item] = itemsOf({_id: 'page-a', _type: 'page', sections: [section]})
  expect(item?.path).toEqual(['sections', {_key: 's1'}, 'target', 'href'])
  expect(item?.reason).toContain('“Talk to us”')
})

describe('a draft and what is published', () => {
  const broken = pageWith(linkTo({linkType: 'external'}))
  const mended = pageWith(linkTo({linkType: 'external', href: 'https://a.example'}))
  const asDraft = (document: PlainDocument) => ({...document, _id: `drafts.${document._id}`})

  test('broken in both: visitors are affected', () => {
    const items = itemsOf(broken, asDraft(broken))
    expect(items).toMatchObject([{urgency: 'now', effect: 'held-back'}])
    expect(items[0]?.reason).not.toContain('draft')
  })

  test('mended in the draft: visitors are affected until it is published', () => {
    const items = itemsOf(broken, asDraft(mended))
    expect(items).toMatchObject([{urgency: 'now', effect: 'held-back'}])
    expect(items[0]?.reason).toContain('The draft puts it right: publish it.')
  })

  test('broken in the draft alone: no visitor is', () => {
    const items = itemsOf(mended, asDraft(broken))
    expect(items).toMatchObject([{urgency: 'later', effect: 'none'}])
    expect(items[0]?.reason).toContain('in the draft alone')
  })

  test('emptied in another way, it is the same link, and neither version is in order', () => {
    const items = itemsOf(pageWith(linkTo({linkType: 'internal'})), asDraft(broken))
    expect(items).toMatchObject([{urgency: 'now', effect: 'held-back', path: [...pathOfLink, 'href']}])
    expect(items[0]?.reason).not.toContain('draft')
  })

  test('never published: no visitor is', () => {
    const items = itemsOf(asDraft(broken))
    expect(items).toMatchObject([{urgency: 'later', effect: 'none', document: {id: 'page-a'}}])
    expect(items[0]?.reason).toContain('It is not published yet.')
  })
})

describe('a resource without address', () => {
  const myths = {_id: 'resource-myths', _type: 'resource', title: 'Myths'}
  const using = (id: string): PlainDocument => ({
    _id: id,
    _type: 'page',
    title: id,
    sections: [{_key: 's1', _type: 'resourceLinkSection', resource: {_ref: 'resource-myths'}}],
  })

  test('is held back from the pages that use it', () => {
    const [item] = itemsOf(myths, using('page-a'), using('page-b'))
    expect(item).toMatchObject({urgency: 'now', effect: 'held-back', path: ['url']})
    expect(item?.reason).toContain('held back on “page-a” and “page-b”. Give the address.')
  })

  test('names two pages and counts the rest', () => {
    const [item] = itemsOf(myths, ...['a', 'b', 'c', 'd'].map((name) => using(`page-${name}`)))
    expect(item?.reason).toContain('“page-a”, “page-b” and 2 more')
  })

  test('can wait while only a draft uses it', () => {
    const [item] = itemsOf(myths, using('drafts.page-a'))
    expect(item).toMatchObject({urgency: 'later', effect: 'none'})
  })
})

describe('sources', () => {
  const question = (source: object): PlainDocument => ({
    _id: 'page-a',
    _type: 'page',
    sections: [
      {
        _key: 's1',
        _type: 'questionsSection',
        questions: [{_key: 'q1', source: {_type: 'source', ...source}}],
      },
    ],
  })
  const pathOfQuestion = ['sections', {_key: 's1'}, 'questions', {_key: 'q1'}, 'source']

  test('an answer needs an address as soon as its source has a title', () => {
    expect(itemsOf(question({}))).toEqual([])
    expect(itemsOf(question({title: 'A report'}))).toMatchObject([{path: [...pathOfQuestion, 'url']}])
  })

  test('an archived copy that leads nowhere is seen by visitors', () => {
    const source = {title: 'A report', url: 'https://a.example', archivedUrl: 'http://localhost'}
    expect(itemsOf(question(source))).toMatchObject([
      {effect: 'wrong', path: [...pathOfQuestion, 'archivedUrl']},
    ])
  })
})

test('a school’s website is looked at where it has one', () => {
  const contactRoute = {_type: 'contactRoute', kind: 'email', email: 'office@a.example'}
  const school = {_id: 'school-a', _type: 'school', registerFactsTakenOn: '2026-09-01', contactRoute}
  expect(itemsOf(school)).toEqual([])
  expect(itemsOf({...school, website: 'https://a.example'})).toEqual([])
  expect(itemsOf({...school, website: 'a.example'})).toMatchObject([{effect: 'held-back', path: ['website']}])
})
