import {vercelStegaCombine} from '@vercel/stega'
import {parsePage} from '#sanity/lib/content/page.ts'
import {parseSchool} from '#sanity/lib/content/school.ts'
import {parseSettings} from '#sanity/lib/content/settings.ts'
import type {Reading} from '#sanity/lib/parse.ts'
import {pageMetadata, schoolMetadata} from './metadata.ts'

const reading: Reading = {preview: true, readOn: '2026-11-23', gate: () => null, report: () => {}}
/** As the preview reads words, with where they come from hidden in them. */
const clickable = (words: string) => vercelStegaCombine(words, {origin: 'sanity.io', href: '/studio'})

const settings = parseSettings(
  {_id: 'siteSettings', trustName: clickable('A Trust'), tagline: clickable('Schools together')},
  reading,
)
const page = {
  _id: 'page-a',
  title: clickable('Due diligence'),
  slug: 'joining/due-diligence',
  summary: clickable('What we look at.'),
}

test('a page is told by its own words, its own address and its own picture', () => {
  const metadata = pageMetadata(parsePage(page, reading), '/joining/due-diligence', settings)
  expect(metadata).toEqual({
    title: {absolute: 'Due diligence – A Trust'},
    description: 'What we look at.',
    alternates: {canonical: '/joining/due-diligence'},
    openGraph: {
      type: 'website',
      locale: 'en_GB',
      siteName: 'A Trust',
      url: '/joining/due-diligence',
      title: 'Due diligence',
      description: 'What we look at.',
      images: [
        {
          url: '/share/joining/due-diligence.png',
          width: 1200,
          height: 630,
          type: 'image/png',
          alt: 'Due diligence',
        },
      ],
    },
    twitter: {card: 'summary_large_image'},
  })
})

test('what staff wrote for search wins, and what they keep out is kept out', () => {
  const seo = {title: clickable('Found'), description: clickable('By search.'), hideFromSearch: true}
  const metadata = pageMetadata(parsePage({...page, seo}, reading), '/joining/due-diligence', settings)
  expect(metadata).toMatchObject({
    title: {absolute: 'Found – A Trust'},
    description: 'By search.',
    openGraph: {title: 'Found', description: 'By search.'},
    robots: {index: false, follow: true},
  })
})

test('the home page has the address of the site and the picture of its slug', () => {
  const metadata = pageMetadata(parsePage({...page, slug: 'home'}, reading), '/', settings)
  expect(metadata.alternates).toEqual({canonical: '/'})
  expect(metadata.openGraph).toMatchObject({url: '/', images: [{url: '/share/home.png'}]})
})

test('a school is told by its name and its place', () => {
  const school = {
    _id: 's',
    name: clickable('Larkrigg School'),
    slug: 'larkrigg',
    town: clickable('Thornmere'),
  }
  expect(schoolMetadata(parseSchool(school, reading), settings)).toMatchObject({
    title: {absolute: 'Larkrigg School – A Trust'},
    description: 'Larkrigg School in Thornmere: what it says about our Trust, and how to talk to it.',
    alternates: {canonical: '/schools/larkrigg'},
  })
})
