import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'

/** The module is plain JavaScript that Node runs as it is, so Node is asked. */
function problemOfNode(version: string): string {
  const code = `import {problemOfNode} from './scripts/install.mjs'; console.log(problemOfNode('${version}'))`
  return execFileSync(process.execPath, ['--input-type=module', '--eval', code], {encoding: 'utf8'}).trim()
}

it.each(['18.19.0', '8.0.0'])('says that Node.js %s is too old, and where a newer one is', (version) => {
  expect(problemOfNode(version)).toBe(
    `Node.js ${version} is too old: this needs Node.js 20 or newer.\n` +
      'Install a newer one from https://nodejs.org (or with your system’s packages), then run this again.',
  )
})

it.each(['20.0.0', '24.21.0', '100.0.0'])('is content with Node.js %s', (version) => {
  expect(problemOfNode(version)).toBe('null')
})

it('asks for the Node.js that package.json and the README name', () => {
  const oldest = JSON.parse(readFileSync('package.json', 'utf8')).engines.node.replace('>=', '')
  expect(problemOfNode('0.12.18')).toContain(`needs Node.js ${oldest} or newer`)
  expect(readFileSync('README.md', 'utf8')).toContain(`Node.js ${oldest} or newer`)
})
