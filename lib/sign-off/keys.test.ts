import {makeSignOffKey, openSignOffKeys} from './keys.ts'

const keys = openSignOffKeys(makeSignOffKey())
if (keys === null) throw new Error('No key.')

it('takes a signature in the one way in which it is written', () => {
  const signature = keys.sign('text')
  expect(keys.isSigned('text', signature)).toBe(true)
  const others = [`${signature}=`, `${signature}\n`, `!${signature}`, `${signature}${'!'.repeat(1_000_000)}`]
  for (const other of others) expect(keys.isSigned('text', other)).toBe(false)
  expect(keys.isSigned('other', signature)).toBe(false)
  expect(keys.isSigned('text', signature)).toBe(true)
})

it('looks once at what was never signed, however much of it somebody writes', () => {
  const signature = keys.sign('text')
  const lookAtAll = () => {
    const startedAt = performance.now()
    for (let number = 0; number < 2_000; number += 1) keys.isSigned(`forged ${number}`, signature)
    return performance.now() - startedAt
  }
  const first = lookAtAll()
  expect(lookAtAll()).toBeLessThan(first / 3)
})
