const stillGoingMs = 20_000

/**
 * Runs one long step and shows that it is going on: a line that counts the seconds on a terminal,
 * a line every twenty seconds elsewhere. `note` may be called with what is going on inside.
 * @param title what is done, with how long it takes where that is long
 */
export async function showProgress<Result>(
  title: string,
  work: (note: (text: string) => void) => Promise<Result>,
): Promise<Result> {
  const began = performance.now()
  const seconds = () => `${Math.round((performance.now() - began) / 1000)} s`
  const {isTTY} = process.stdout
  let detail = ''
  const draw = () => {
    const line = `  ${title} … ${[detail, seconds()].filter(Boolean).join(', ')}`
    process.stdout.write(isTTY ? `\r\u001b[2K${line.slice(0, process.stdout.columns)}` : `${line}\n`)
  }
  const end = (how: string) =>
    process.stdout.write(`${isTTY ? '\r\u001b[2K' : ''}  ${title}: ${how} ${seconds()}\n`)
  if (isTTY) draw()
  else process.stdout.write(`  ${title} …\n`)
  const timer = setInterval(draw, isTTY ? 200 : stillGoingMs)
  try {
    const result = await work((text) => {
      detail = isTTY ? withoutOrnament(text) : ''
    })
    end('done in')
    return result
  } catch (error) {
    end('failed after')
    throw error
  } finally {
    clearInterval(timer)
  }
}

/** Without the signs that programs draw around their words: spinners, ticks, dots. */
function withoutOrnament(text: string): string {
  return text.replace(/^[^\p{L}\d/]+|[\s.…]+$/gu, '')
}
