import {createHash} from 'node:crypto'
import {setTimeout as wait} from 'node:timers/promises'
import type {SanityDocument} from 'sanity'
import {externalAddressesIn} from '#lib/external-addresses.ts'
import {type LinkAnswer, linkCheckType} from '#lib/link-checks.ts'
import {type Asking, askAddress} from './ask-address.ts'

/** An address of another website, and the ids of the documents that lead to it. */
export type UsedAddress = {address: string; usedIn: string[]}

/** With what came of asking for it. Dates are ISO dates and times. */
export type CheckedLink = UsedAddress & LinkAnswer & {checkedAt: string; failingSince?: string}

/** Hosts that are asked at the same time. Each is asked for one address after the other. */
const hostsAtOnce = 6

/** Milliseconds between two questions to one host. */
const politePause = 250

/** Documents whose addresses visitors never see. */
const isPrivate = ({_type}: SanityDocument) =>
  ['testimonialProof', linkCheckType].includes(_type) || /^(?:sanity|system)\./.test(_type)

/** Every address of another website in a dataset, in the order of the addresses. */
export function usedAddresses(documents: SanityDocument[]): UsedAddress[] {
  const users = new Map<string, string[]>()
  for (const document of documents.filter((one) => !isPrivate(one))) {
    for (const address of externalAddressesIn(document)) {
      users.set(address, [...(users.get(address) ?? []), document._id])
    }
  }
  const found = Array.from(users, ([address, usedIn]) => ({address, usedIn}))
  return found.toSorted((one, other) => one.address.localeCompare(other.address))
}

/**
 * Asks for each address once, few at a time, and for those of one host one after the other.
 * @param onProgress - called with the number of addresses that have been asked for
 */
export async function checkLinks(
  addresses: UsedAddress[],
  asking: Asking,
  onProgress: (asked: number) => void,
): Promise<CheckedLink[]> {
  const hosts = Map.groupBy(addresses, ({address}) => new URL(address).host).values()
  const checked: CheckedLink[] = []
  const work = async () => {
    for (const ofHost of hosts) {
      for (const [at, used] of ofHost.entries()) {
        if (at > 0) await wait(politePause)
        const answer = await askAddress(used.address, asking)
        checked.push({...used, ...answer, checkedAt: new Date().toISOString()})
        onProgress(checked.length)
      }
    }
  }
  await Promise.all(Array.from({length: hostsAtOnce}, work))
  return checked.toSorted((one, other) => one.address.localeCompare(other.address))
}

/** The id of what is kept about an address. Its dot keeps anonymous readers of a public dataset out. */
export function linkCheckId(address: string): string {
  return `${linkCheckType}.${createHash('sha256').update(address).digest('hex').slice(0, 32)}`
}
