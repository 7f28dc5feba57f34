import {searchAddress} from '#lib/answers-to-input.ts'
import {longestInput} from '#lib/tidy-input.ts'
import styles from './search.module.css'

/** @param query - what was searched for before */
export function SearchForm({query = ''}: {query?: string}) {
  return (
    <search>
      <form className={styles.form} action={searchAddress}>
        <label className={styles.label} htmlFor="q">
          Search this site
        </label>
        <p className={styles.hint} id="q-hint">
          For a school, a place, a claim or a word. It finds words with a letter wrong, too.
        </p>
        <div className={styles.row}>
          <input
            className={styles.input}
            id="q"
            name="q"
            type="search"
            defaultValue={query}
            maxLength={longestInput}
            aria-describedby="q-hint"
            dir="auto"
            autoComplete="off"
            enterKeyHint="search"
          />
          <button className={styles.button} type="submit">
            Search
          </button>
        </div>
      </form>
    </search>
  )
}
