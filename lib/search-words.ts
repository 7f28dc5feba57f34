/** How something is named and described; null where it says nothing. */
export type Described = {title: string | null; description: string | null}

export type SearchWords = {
  /** Of the page alone, for a picture or a shared link that names the site beside it. */
  title: string
  /** With the name of the site, for a tab and for search results. */
  fullTitle: string
  description: string | null
}

/** Search engines and networks show some 160 characters; more only makes the page heavier. */
const longestDescription = 300
const longestTitle = 150

/**
 * What a page is called where it is found and shared. The first that says something wins: the words that staff
 * wrote for search, then those of the document, then those of the site.
 */
export function searchWords(
  override: Described,
  document: Described,
  site: Described & {title: string},
): SearchWords {
  const chain = [override, document, site]
  const title = firstOf(chain.map((described) => described.title)) ?? site.title
  const description = firstOf(chain.map((described) => described.description))
  const shortTitle = shortened(title, longestTitle)
  return {
    title: shortTitle,
    fullTitle: shortTitle.includes(site.title) ? shortTitle : `${shortTitle} – ${site.title}`,
    description: description === null ? null : shortened(description, longestDescription),
  }
}

function firstOf(candidates: (string | null)[]): string | null {
  const plain = candidates.map((candidate) => candidate?.replace(/\s+/g, ' ').trim())
  return plain.find((candidate) => candidate !== undefined && candidate !== '') ?? null
}

/**
 * Text of at most so many characters, cut between words where it can be and then ended by “…”.
 * @param longest - in UTF-16 code units, the “…” included
 */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest - 1)
  const end = cut.lastIndexOf(' ')
  return `${cut.slice(0, end > longest / 2 ? end : undefined).replace(/[\s,;:–\ud800-\udbff]+$/, '')}…`
}
