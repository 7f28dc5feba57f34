import {readFileSync} from 'node:fs'

/** What a unit of systemd says, as far as a process can be started by it without systemd. */
export type Unit = {
  before: string[]
  start: string[]
  environment: {[name: string]: string}
}

/**
 * Reads a template of systemd (systemd.unit(5)): comments, and the two ways of quoting that ours uses.
 * @param replaced - what stands in the place of a specifier or a path
 */
export function readUnit(file: string, replaced: {[words: string]: string}): Unit {
  const text = Object.entries(replaced).reduce(
    (words, [from, to]) => words.replaceAll(from, to),
    readFileSync(file, 'utf8'),
  )
  const settings = text.split('\n').flatMap((line) => {
    const [, name = '', value = ''] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? []
    return name === '' ? [] : [{name, words: wordsOf(value)}]
  })
  const of = (wanted: string) => settings.filter(({name}) => name === wanted).flatMap(({words}) => words)
  const environment = of('Environment').map((word): [string, string] => {
    const [name = '', ...value] = word.split('=')
    return [name, value.join('=')]
  })
  return {
    before: of('ExecStartPre'),
    start: of('ExecStart'),
    environment: Object.fromEntries(environment),
  }
}

function wordsOf(value: string): string[] {
  return Array.from(value.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, plain]) => quoted ?? plain ?? '')
}
