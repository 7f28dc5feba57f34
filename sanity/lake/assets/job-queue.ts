/** Runs jobs with a bound on how many are under way at once; the others wait in order. */
export type JobQueue = <Result>(job: () => Promise<Result>) => Promise<Result>

export function createJobQueue(limit: number): JobQueue {
  let running = 0
  const waiting: (() => void)[] = []

  return async (job) => {
    if (running >= limit) {
      // The place is handed over by the job that ends, so `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else {
      running += 1
    }
    try {
      return await job()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
