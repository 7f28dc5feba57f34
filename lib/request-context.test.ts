import {setTimeout as wait} from 'node:timers/promises'
import {acceptableRequestId, enterRequest, requestId, withRequest} from './request-context.ts'

it('knows for which request something is done, also later and in other copies of the module', async () => {
  expect(requestId()).toBeNull()
  const asked = ['a', 'b'].map((id) =>
    withRequest(id, async () => {
      await wait(1)
      let copy: string | null = null
      await jest.isolateModulesAsync(async () => {
        copy = (await import('./request-context.ts')).requestId()
      })
      return [requestId(), copy]
    }),
  )
  expect(await Promise.all(asked)).toEqual([
    ['a', 'a'],
    ['b', 'b'],
  ])
  expect(requestId()).toBeNull()
})

it('can be entered for what follows', async () => {
  await withRequest('outer', async () => {
    enterRequest('inner')
    await wait(1)
    expect(requestId()).toBe('inner')
  })
  expect(requestId()).toBeNull()
})

it.each([
  ['0123456789abcdef', true],
  ['3f2504e0-4f89-41d3-9a0c-0305e82c3301', true],
  ['0123456789ABCDEF', true],
  ['0123456789abcde', false],
  ['f'.repeat(65), false],
  ['bullying-at-elm-school', false],
  ['0123456789abcdef\n', false],
  ['', false],
  [undefined, false],
  [['0123456789abcdef'], false],
])('takes %p for an id: %p', (given, isOne) => {
  expect(acceptableRequestId(given)).toBe(isOne ? given : null)
})
