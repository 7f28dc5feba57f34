import type {SearchResult} from '#lib/search.ts'
import styles from './search.module.css'
import {SearchForm} from './search-form.tsx'

/** A search with what it found: the form again, with the words as they were typed, and the results. */
export function SearchResults({query, results}: {query: string; results: SearchResult[]}) {
  return (
    <div className={styles.search}>
      <SearchForm query={query} />
      <section className={styles.found} aria-labelledby="results">
        <h2 id="results" className={styles.count}>
          {countInWords(results.length)} for “<span dir="auto">{query}</span>”
        </h2>
        {results.length === 0 ? <NothingFound /> : <ResultList results={results} />}
      </section>
    </div>
  )
}

function ResultList({results}: {results: SearchResult[]}) {
  return (
    <ol className={styles.results}>
      {results.map(({path, kind, title, summary}) => (
        <li key={path}>
          <span className={styles.kind}>{kind}</span>
          <a className={styles.title} href={path}>
            {title}
          </a>
          {summary !== null && <p>{summary}</p>}
        </li>
      ))}
    </ol>
  )
}

function NothingFound() {
  return (
    <>
      <p>You could try fewer words, or another spelling.</p>
      <ul className={styles.elsewhere}>
        <li>
          <a href="/schools">All our schools</a>
        </li>
        <li>
          <a href="/">Home</a>
        </li>
      </ul>
    </>
  )
}

export function countInWords(count: number): string {
  if (count === 0) return 'Nothing found'
  return count === 1 ? '1 result' : `${count} results`
}
