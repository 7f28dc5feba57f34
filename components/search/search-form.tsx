import {SearchField} from '#components/form/search-field.tsx'
import {searchAddress} from '#lib/answers-to-input.ts'
import styles from './search.module.css'

/** @param query - what was searched for before */
export function SearchForm({query = ''}: {query?: string}) {
  return (
    <search>
      <form className={styles.form} action={searchAddress}>
        <SearchField
          name="q"
          label="Search this site"
          hint="For a school, a place, a claim or a word. It finds words with a letter wrong, too."
          value={query}
          action="Search"
        />
      </form>
    </search>
  )
}
