import {createHash} from 'node:crypto'
import type {ContentSource} from '#lib/env.ts'
import {studioConfiguration, studioPolicy, withConfiguration} from './shell.ts'

const local: ContentSource = {
  kind: 'local',
  projectId: 'local',
  dataset: 'production',
  lakeUrl: 'http://127.0.0.1:3001',
}
const hosted: ContentSource = {kind: 'hosted', projectId: 'ab12cd34', dataset: 'staging'}
const html =
  '<!DOCTYPE html><html><head lang="en"><script src="/a.js"></script><script>one()</script></head></html>'

function directive(policy: string, name: string): string[] {
  const found = policy.split('; ').find((part) => part.startsWith(`${name} `))
  return found?.split(' ').slice(1) ?? []
}

it('hands the configuration over before any other script runs', () => {
  expect(withConfiguration(html, studioConfiguration(hosted))).toContain(
    '<head lang="en"><script>window.__studio={"projectId":"ab12cd34","dataset":"staging","lakePath":null}</script><script src',
  )
  expect(withConfiguration(html, studioConfiguration(local))).toContain('"lakePath":"/lake"')
})

it('never lets a value close the script element', () => {
  const made = withConfiguration(html, {projectId: '</script><b>', dataset: 'x', lakePath: null})
  expect(made).not.toContain('</script><b>')
})

it('refuses a page without a head', () => {
  expect(() => withConfiguration('<p>', studioConfiguration(local))).toThrow('build the Studio again')
})

it('lets in exactly the inline scripts of the page', () => {
  const hash = `'sha256-${createHash('sha256').update('one()').digest('base64')}'`
  expect(directive(studioPolicy(html, local), 'script-src')).toEqual(["'self'", hash])
})

it('keeps every request on this origin locally, and adds only Sanity’s hosts when hosted', () => {
  expect(directive(studioPolicy(html, local), 'connect-src')).toEqual(["'self'"])
  expect(studioPolicy(html, local)).not.toMatch(/https?:|wss?:/)
  expect(directive(studioPolicy(html, hosted), 'connect-src')).toContain('https://*.sanity.io')
})
