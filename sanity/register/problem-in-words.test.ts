import {RegisterProblem} from '#lib/register/problem.ts'
import {createLakeClient} from '#sanity/lake/client.ts'
import {startTestLake} from '../../__tests__/lake/support.ts'
import {registerLake} from './lake.ts'
import {problemInWords} from './problem-in-words.ts'

const fetchFrom = async (
  url: string,
  config: {token?: string; apiVersion?: string} = {},
): Promise<string> => {
  const lake = registerLake(
    createLakeClient(url, {maxRetries: 0, ignoreBrowserTokenWarning: true, ...config}),
  )
  const error: unknown = await lake.fetch('*[', {}).catch((thrown: unknown) => thrown)
  return problemInWords(error)
}

test('a lake that is not there is told from one that refuses', async () => {
  expect(await fetchFrom('http://127.0.0.1:9')).toMatch(
    /^Content Lake does not answer, so nothing was written\. .*ECONNREFUSED/,
  )
  const lake = await startTestLake()
  expect(await fetchFrom(lake.url, {token: lake.secrets.writeToken})).toMatch(
    /^Something went wrong, and nothing was written\. Try again\. \(/,
  )
  await lake.close()
})

test('a file that was changed while it was read is to be chosen again', () => {
  expect(problemInWords(new DOMException('The file could not be read', 'NotReadableError'))).toBe(
    'The file was moved or changed while it was read. Nothing was written. Choose it again.',
  )
})

test('a problem of the register speaks for itself', () => {
  expect(problemInWords(new RegisterProblem('This file is empty.'))).toBe('This file is empty.')
})
