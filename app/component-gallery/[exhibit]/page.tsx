import type {Metadata} from 'next'
import {notFound} from 'next/navigation'
import {exhibits} from '#components/gallery/exhibits.tsx'

type Properties = {params: Promise<{exhibit: string}>}

export const generateStaticParams = () => exhibits.map(({slug}) => ({exhibit: slug}))

export async function generateMetadata({params}: Properties): Promise<Metadata> {
  const {exhibit} = await params
  return {title: exhibits.find(({slug}) => slug === exhibit)?.title ?? 'No such exhibit'}
}

export default async function ExhibitPage({params}: Properties) {
  const {exhibit} = await params
  const shown = exhibits.find(({slug}) => slug === exhibit)
  return shown === undefined ? notFound() : shown.show()
}
