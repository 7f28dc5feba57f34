import {randomUUID} from 'node:crypto'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import type {SanityClient} from '@sanity/client'
import {createLakeClient} from '../../../sanity/lake/client.ts'
import {siteUnderTest} from './sites-under-test.ts'

type Secrets = {readToken: string; writeToken: string; webhookSecret: string; signOffKey: string}

/** Keys of an installation: the one under test, unless another data folder is named. */
export function testSecrets(folder = siteUnderTest().dataFolder): Secrets {
  return JSON.parse(readFileSync(path.join(folder, 'secrets.json'), 'utf8'))
}

/** Writes to a lake, that of the site under test as a rule, as another tool of the Trust would. */
export function lakeClient(siteUrl: string, dataFolder?: string): SanityClient {
  return createLakeClient(`${siteUrl}/lake`, {token: testSecrets(dataFolder).writeToken, perspective: 'raw'})
}

/** A page of its own for one test: an id, an address and a paragraph that no other page has. */
export function testPage(title: string, paragraph: string) {
  const id = `test-${randomUUID()}`
  return {
    _id: id,
    _type: 'page',
    title,
    slug: {_type: 'slug', current: id},
    summary: `About: ${title}`,
    sections: [
      {
        _key: 'words',
        _type: 'richTextSection',
        body: [
          {
            _key: 'paragraph',
            _type: 'block',
            style: 'normal',
            markDefs: [],
            children: [{_key: 'span', _type: 'span', text: paragraph, marks: []}],
          },
        ],
      },
    ],
  }
}
