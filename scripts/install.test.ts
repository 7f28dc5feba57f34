import {execFileSync} from 'node:child_process'

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
