const stillGoingMs = 10_000

/**
 * Runs one long step and shows that it is going on: a line that counts the seconds on a terminal,
 * a line every ten seconds elsewhere. `note` may be called with what is going on inside.
 */
export async function showProgress<Result>(
  title: string,
  work: (note: (text: string) => void) => Promise<Result>,
): Promise<Result> {
  const began = performance.now()
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`
  const {isTTY} = process.stdout
  let detail = ''
  const draw = () => {
    const line = `  ${title} … ${detail}${detail && ', '}${seconds()}`
    process.stdout.write(isTTY ? `\r\u001b[2K${line.slice(0, process.stdout.columns)}` : `${line}\n`)
  }
  const timer = setInterval(draw, isTTY ? 200 : stillGoingMs)
  draw()
  try {
    const result = await work((text) => {
      detail = text
    })
    process.stdout.write(`${isTTY ? '\r\u001b[2K' : ''}  ${title}: done in ${seconds()}\n`)
    return result
  } catch (error) {
    process.stdout.write(`${isTTY ? '\r\u001b[2K' : ''}  ${title}: failed after ${seconds()}\n`)
    throw error
  } finally {
    clearInterval(timer)
  }
}
