import {writeSync} from 'node:fs'
import {openDataset} from '../dataset.ts'

/**
 * A writer for the durability test: commits without end to the file that is named as its argument, and says the
 * id of each transaction as soon as its commit has returned. Each transaction creates a document and counts on
 * two others, so that half of one would show.
 */
const file = process.argv[2]
if (file === undefined) throw new Error('Name the file of the dataset')

const dataset = openDataset({name: 'production', file})
for (;;) {
  const count = dataset.lastSequence + 1
  const {transactionId} = dataset.commit({
    author: 'writer',
    mutations: [
      {createOrReplace: {_id: 'left', _type: 'counter', count}},
      {create: {_id: `entry-${count}`, _type: 'entry', count, text: 'words '.repeat(200)}},
      {createOrReplace: {_id: 'right', _type: 'counter', count}},
    ],
  })
  writeSync(1, `${transactionId}\n`)
}
