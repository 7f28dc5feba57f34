import {EnvironmentError} from '#lib/env.ts'
import {RegisterProblem} from '#lib/register/problem.ts'
import {StartProblem} from '#sanity/lake/start-problem.ts'
import {LakeStorageError} from '#sanity/lake/store/storage-error.ts'
import {LaunchProblem} from '../launch/problem.ts'
import {ContentProblem} from './problem.ts'

/** A mistake on the command line, in words for the person who typed it. */
export class UsageError extends Error {}

/**
 * Reads the value of an option that counts something, from 1 on.
 * @throws UsageError
 */
export function wholeNumber(option: string, value: string): number {
  if (/^[1-9]\d{0,6}$/.test(value)) return Number(value)
  throw new UsageError(`--${option} is “${value}”: give a whole number, such as 5.`)
}

/**
 * Runs a command of the terminal: the exit code is the command's own, or there is one clear message and another code.
 * @param failureCode - the exit code when the command could not do its work
 */
export async function runCommand(
  usage: string,
  command: () => Promise<void>,
  failureCode = 1,
): Promise<void> {
  try {
    await command()
  } catch (error) {
    process.exitCode = failureCode
    if (error instanceof UsageError) console.error(`${error.message}\n\n${usage}`)
    else if (isForPeople(error)) console.error(error.message)
    else console.error(error)
  }
}

function isForPeople(error: unknown): error is Error {
  return [
    ContentProblem,
    EnvironmentError,
    LakeStorageError,
    LaunchProblem,
    RegisterProblem,
    StartProblem,
  ].some((kind) => error instanceof kind)
}

/** Prints what is going on: in one line that changes on a terminal, else one line for each step. */
export function createProgressLine(): {show: (text: string) => void; end: () => void} {
  const {isTTY} = process.stdout
  let lastStep = ''
  return {
    show(text) {
      if (isTTY) {
        process.stdout.write(`\r\u001b[2K  ${text}`)
        return
      }
      const step = text.replace(/ \d+ of .*$/, '')
      if (step !== lastStep) process.stdout.write(`  ${step}\n`)
      lastStep = step
    },
    end() {
      if (isTTY) process.stdout.write('\r\u001b[2K')
    },
  }
}
