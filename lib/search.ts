import MiniSearch from 'minisearch'

export type SearchEntry = {
  /** Its address on the site, which is also what tells it from others. */
  path: string
  /** What it is, in a word or two: "Page", "School", "Claim". */
  kind: string
  title: string
  /** One or two sentences that say what a visitor finds there; null when there are none. */
  summary: string | null
  /** Everything else that can be read there. */
  words: string
}

export type SearchResult = Pick<SearchEntry, 'path' | 'kind' | 'title' | 'summary'>

/** More than anybody looks through, and few enough to be one page. */
const mostResults = 30

/** Combining marks, which `normalize('NFD')` sets apart from their letters. */
const marks = /\p{M}/gu

/** As it is compared: without case, and with or without accents and the apostrophe's form, as visitors type. */
function plain(term: string): string {
  return term.normalize('NFD').replace(marks, '').replace(/['’‘]/g, '').toLowerCase()
}

/**
 * A search over a site's entries, tolerant of typing errors: one letter in five may be wrong, and the beginning of a
 * word finds it.
 * @param most - how many are found at most
 * @returns answers a search with the best first; nothing for a search without a word
 */
export function searchOver(
  entries: readonly SearchEntry[],
  most = mostResults,
): (query: string) => SearchResult[] {
  const index = new MiniSearch<SearchEntry>({
    idField: 'path',
    fields: ['title', 'summary', 'words'],
    storeFields: ['path', 'kind', 'title', 'summary'],
    processTerm: (term) => plain(term) || null,
    extractField: (entry, field) => {
      if (field === 'summary') return entry.summary ?? ''
      return field === 'title' || field === 'words' ? entry[field] : entry.path
    },
    searchOptions: {
      boost: {title: 4, summary: 2},
      // Short words have too many neighbours: "art" is not "are". A number is another number with a digit wrong.
      fuzzy: (term) => (term.length > 3 && !/^\p{N}+$/u.test(term) ? 0.2 : false),
      prefix: (term) => term.length > 2,
      combineWith: 'AND',
    },
  })
  index.addAll(entries)
  const byPath = new Map(entries.map((entry) => [entry.path, entry]))
  return (query) => {
    const found = index.search(query)
    // Better something with one of the words than nothing.
    const ranked = found.length > 0 ? found : index.search(query, {combineWith: 'OR'})
    return ranked.slice(0, most).flatMap(({id}) => {
      const entry = byPath.get(String(id))
      if (!entry) return []
      const {path, kind, title, summary} = entry
      return [{path, kind, title, summary}]
    })
  }
}
