import {setImmediate, setTimeout} from 'node:timers'

/** Waits for this long, or until the signal. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end)
  })
}

export type Bell = {
  ring(): void
  /** Resolves after a ring, also one since the last time it resolved; and when the signal says stop. */
  rung(): Promise<void>
}

/** Wakes a loop from elsewhere. It goes on in a later turn of the event loop, never within the caller's work. */
export function createBell(signal: AbortSignal): Bell {
  let ringing = false
  let listener: (() => void) | null = null
  function ring(): void {
    ringing = true
    listener?.()
  }
  signal.addEventListener('abort', ring, {once: true})

  return {
    ring,
    async rung() {
      if (!ringing) await new Promise<void>((resolve) => (listener = resolve))
      listener = null
      await new Promise<void>((resolve) => setImmediate(resolve))
      ringing = false
    },
  }
}
