import type {SanityDocument} from 'sanity'
import type {OpenDataset} from '../check/open-dataset.ts'
import {ContentProblem} from '../problem.ts'
import type {Asking} from './ask-address.ts'
import {type CheckedLink, checkLinks, usedAddresses} from './check-links.ts'
import {keepResults, withHistory} from './keep-results.ts'

/**
 * Asks for all addresses, and keeps the results in a dataset that stays.
 * @param documents - all of the dataset
 * @param onProgress - called with the number of addresses that have been asked for, and of all that are
 * @throws ContentProblem when nothing can be reached, which says nothing about the addresses
 */
export async function askForLinks(
  {client, stays}: Pick<OpenDataset, 'client' | 'stays'>,
  documents: SanityDocument[],
  asking: Asking,
  onProgress: (asked: number, all: number) => void,
): Promise<CheckedLink[]> {
  const addresses = usedAddresses(documents)
  const found = await checkLinks(addresses, asking, (asked) => onProgress(asked, addresses.length))
  if (found.length > 1 && found.every(({outcome}) => outcome === 'unreachable')) {
    throw new ContentProblem(
      `None of the ${found.length} addresses can be reached: is this machine connected to the internet? No result was kept.`,
    )
  }
  const links = await withHistory(client, found)
  if (stays) await keepResults(client, links)
  return links
}
