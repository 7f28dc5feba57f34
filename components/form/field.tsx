import styles from './form.module.css'

type Properties = {
  name: string
  label: string
  hint?: string | null
  /** What is wrong with what was typed, in a sentence; null for nothing. */
  error: string | null
  value: string
  /** `sometimes`: the label says when. */
  required: boolean | 'sometimes'
  kind?: 'text' | 'email' | 'long'
  /** What browsers may fill in by themselves, in the words of the HTML standard (WCAG 1.3.5). */
  autoComplete?: string
  rows?: number
}

/** The address of a field on its page, for the summary of errors. */
export const fieldId = (name: string) => `field-${name}`

/** One question of a form: its label above, what helps below that, what is wrong, and where to type. */
export function Field(properties: Properties) {
  const {name, label, hint = null, error, value, required, kind = 'text', autoComplete, rows = 8} = properties
  const id = fieldId(name)
  const described = [hint === null ? null : `${id}-hint`, error === null ? null : `${id}-error`]
  const input = {
    id,
    name,
    defaultValue: value,
    required: required === true,
    'aria-invalid': error !== null,
    'aria-describedby': described.filter((part) => part !== null).join(' ') || undefined,
    autoComplete,
    // The writing of names and messages may go either way.
    dir: 'auto',
  }
  return (
    <div className={error === null ? styles.field : `${styles.field} ${styles.wrong}`}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {required === false && <span className={styles.optional}> (optional)</span>}
      </label>
      {hint !== null && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== null && (
        <p className={styles.error} id={`${id}-error`}>
          <strong>Error:</strong> {error}
        </p>
      )}
      {kind === 'long' ? (
        <textarea {...input} className={styles.input} rows={rows} />
      ) : (
        <input {...input} className={styles.input} type={kind} />
      )}
    </div>
  )
}
