/**
 * Prints what the Studio's own validation says against documents, as JSON: for each id the sentences of its errors. It
 * runs as in a browser that has loaded the Studio from a site, which the Studio asks about sign-off.
 */
import {createLakeClient} from '#sanity/lake/client.ts'
import {createStudioRules} from '../../scripts/content/check/studio-rules.ts'

const [lakeUrl = '', token = '', site = '', ...ids] = process.argv.slice(2)
const client = createLakeClient(lakeUrl, {token, perspective: 'raw', ignoreBrowserTokenWarning: true})
const {projectId, dataset, apiVersion, apiHost, useProjectHostname} = client.config()
const rules = await createStudioRules({projectId, dataset, apiVersion, apiHost, useProjectHostname, token})

const ask = globalThis.fetch
globalThis.fetch = (address, options) =>
  ask(typeof address === 'string' && address.startsWith('/') ? new URL(address, site) : address, options)
// By this a rule knows that it runs in the Studio, and not in a check of a whole dataset.
Object.assign(globalThis, {window: {}})

const documents = await client.getDocuments(ids)
const printed = await Promise.all(
  documents.map(async (document, position) => {
    if (!document) throw new Error(`There is no ${ids[position]}.`)
    const markers = await rules.check(document, () => true)
    return [document._id, markers.filter(({level}) => level === 'error').map(({message}) => message)] as const
  }),
)
console.log(JSON.stringify(Object.fromEntries(printed)))
