import {randomUUID} from 'node:crypto'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'

type Secrets = {readToken: string; writeToken: string; webhookSecret: string}

/** Keys of the installation under test. */
export function testSecrets(): Secrets {
  const folder = process.env.TEST_DATA_FOLDER ?? '.data'
  return JSON.parse(readFileSync(path.join(folder, 'secrets.json'), 'utf8'))
}

/** Writes to the lake of the site under test, as another tool of the Trust would. */
export function lakeClient(siteUrl: string): SanityClient {
  return createClient({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: `${siteUrl}/lake`,
    useProjectHostname: false,
    useCdn: false,
    token: testSecrets().writeToken,
    perspective: 'raw',
  })
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
