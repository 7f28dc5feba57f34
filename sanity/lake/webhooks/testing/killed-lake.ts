/** Commits and prints one document after the other until it is killed; run by `../deliver.test.ts`. */

import {join} from 'node:path'
import {openDataset} from '../../store/dataset.ts'
import {startWebhooks} from '../deliver.ts'

const [folder, url] = process.argv.slice(2)
if (!folder || !url) throw new Error('Give the folder and the address of the receiver')

const dataset = openDataset({name: 'production', file: join(folder, 'killed.sqlite')})
startWebhooks({
  dataset,
  file: join(folder, 'webhooks.sqlite'),
  projectId: 'local',
  hooks: [{id: 'revalidate', url, on: ['create', 'update', 'delete']}],
  onProblem: () => {},
  retry: {first: 5, longest: 20},
})

for (let index = 0; ; index += 1) {
  const _id = `page-${index}`
  dataset.commit({mutations: [{create: {_id, _type: 'page'}}], author: 'editor'})
  process.stdout.write(`${_id}\n`)
  await new Promise((resolve) => setTimeout(resolve, 2))
}
