import type {DocumentMutation} from '#lib/register/plan.ts'

/** What an import needs of Content Lake: the command’s client and the Studio’s are of different generations. */
export type RegisterLake = {
  /** Sees drafts and published documents as they are stored. */
  fetch: (query: string, params: {[name: string]: unknown}) => Promise<unknown>
  /** All mutations in one transaction, or none. Its id becomes the revision of every document. */
  mutate: (mutations: DocumentMutation[], transactionId: string) => Promise<unknown>
}

type Client = {
  fetch: (
    query: string,
    params: {[name: string]: unknown},
    options: {perspective: 'raw'; tag: string},
  ) => Promise<unknown>
  mutate: (mutations: DocumentMutation[], options: MutateOptions) => Promise<unknown>
}

type MutateOptions = {transactionId: string; returnDocuments: false; visibility: 'sync'; tag: string}

const tag = 'schools.import'

/** @param client - with a token that may write */
export function registerLake(client: Client): RegisterLake {
  return {
    fetch: (query, params) => client.fetch(query, params, {perspective: 'raw', tag}),
    mutate: (mutations, transactionId) =>
      client.mutate(mutations, {transactionId, returnDocuments: false, visibility: 'sync', tag}),
  }
}
