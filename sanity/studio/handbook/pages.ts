/// <reference types="vite/types/importMeta.d.ts" />

/** The files of the handbook, which the build of the Studio takes along. The text of a page is fetched when it is read. */
const texts = import.meta.glob<string>('../../../docs/handbook/*.md', {import: 'default'})

const pictures = import.meta.glob<string>(
  ['../../../docs/studio.webp', '../../../docs/handbook/pictures/*.webp'],
  {query: '?url', import: 'default', eager: true},
)

/** The page that leads to all others. */
export const contentsPage = 'contents'

const baseName = (file: string) => file.replace(/^.*\//, '')

/** The name of a page in the Studio’s address, from that of its file: `pages` from `pages.md`. */
export function pageOf(file: string): string {
  const name = baseName(file).replace(/\.md$/, '')
  return name === 'README' ? contentsPage : name
}

/** The text of a page, as Markdown; null when there is no such page. */
export async function pageText(page: string): Promise<string | null> {
  const found = Object.entries(texts).find(([file]) => pageOf(file) === page)
  return found ? found[1]() : null
}

/** The address of a picture, given its file as a page names it. */
export function pictureAddress(file: string): string | undefined {
  return Object.entries(pictures).find(([path]) => baseName(path) === baseName(file))?.[1]
}
