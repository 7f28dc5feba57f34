import type {ReactNode} from 'react'
import styles from './form.module.css'

export function SubmitButton({children}: {children: ReactNode}) {
  return (
    <button className={styles.button} type="submit">
      {children}
    </button>
  )
}
