import type {ReactNode} from 'react'
import styles from './button.module.css'

type LinkProperties = {
  href: string
  /** `full` is the one thing to do on paper, `sunny` on the brand's ground. */
  look: 'full' | 'sunny'
  children: ReactNode
}

export function ButtonLink({href, look, children}: LinkProperties) {
  return (
    <a className={styles[look]} href={href}>
      {children}
    </a>
  )
}

export function SubmitButton({children}: {children: ReactNode}) {
  return (
    <button className={styles.full} type="submit">
      {children}
    </button>
  )
}
