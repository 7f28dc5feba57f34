import {ArgumentsError, parseLaunchArguments} from './arguments.ts'

it('starts with nothing said', () => {
  expect(parseLaunchArguments([])).toEqual({port: null, fresh: false, yes: false, dev: false, help: false})
})

it.each([[['--port', '4000']], [['--port=4000']], [['-p', '4000']]])('takes a port from %j', (args) => {
  expect(parseLaunchArguments(args).port).toBe(4000)
})

it.each([['0'], ['65535'], ['http'], ['-1'], ['']])('refuses port “%s” and names a good one', (port) => {
  expect(() => parseLaunchArguments([`--port=${port}`])).toThrow(/such as 4000/)
})

it('answers an unknown option with how it is used', () => {
  expect(() => parseLaunchArguments(['--prot', '4000'])).toThrow(ArgumentsError)
  expect(() => parseLaunchArguments(['--prot', '4000'])).toThrow(/--prot[\s\S]*npm start -- --port 4000/)
})
