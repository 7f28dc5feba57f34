import {SubmitButton} from '#components/button/index.tsx'
import {longestInput} from '#lib/tidy-input.ts'
import styles from './form.module.css'

type Properties = {
  /** Its name in the address that is asked for, and its id. */
  name: string
  label: string
  hint?: string
  /** What was searched for before. */
  value: string
  /** What the button says. */
  action: string
}

/** A question of a few words with the button that asks it, side by side where there is room. */
export function SearchField({name, label, hint, value, action}: Properties) {
  const hintId = `${name}-hint`
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={name}>
        {label}
      </label>
      {hint !== undefined && (
        <p className={styles.hint} id={hintId}>
          {hint}
        </p>
      )}
      <div className={styles.row}>
        <input
          className={styles.input}
          id={name}
          name={name}
          type="search"
          defaultValue={value}
          maxLength={longestInput}
          aria-describedby={hint === undefined ? undefined : hintId}
          dir="auto"
          autoComplete="off"
          enterKeyHint="search"
        />
        <SubmitButton>{action}</SubmitButton>
      </div>
    </div>
  )
}
