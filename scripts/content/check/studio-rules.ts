import {setTimeout as wait} from 'node:timers/promises'
import {type ClientConfig, createClient} from '@sanity/client-for-studio'
import {
  createMockAuthStore,
  createWorkspaceFromConfig,
  type SanityDocument,
  type Schema,
  validateDocument,
} from 'sanity'
import {schemaTypes} from '#sanity/schema/index.ts'
import {britishEnglish} from '#sanity/studio/british-english.ts'

/** What the Studio finds in one document: a marker for each problem, with its level, its words and its path. */
export type Markers = Awaited<ReturnType<typeof validateDocument>>

export type StudioRules = {
  schema: Schema
  /** @param exists - whether a published document of this id is there */
  check: (document: SanityDocument, exists: (id: string) => boolean) => Promise<Markers>
}

/**
 * The Studio's own validation, outside the Studio: the same rules of the same schema say the same words, because they
 * are run by the function that the Studio runs.
 * @param connection - of a client that may read everything in the dataset
 */
export async function createStudioRules(connection: ClientConfig): Promise<StudioRules> {
  const client = createClient({...connection, perspective: 'raw', useCdn: false})
  const {projectId = '', dataset = ''} = connection
  const workspace = await createWorkspaceFromConfig({
    name: 'default',
    projectId,
    dataset,
    schema: {types: schemaTypes},
    i18n: {locales: [britishEnglish]},
    // Nobody signs in: the client has a token.
    auth: createMockAuthStore({client, currentUser: null}),
  })
  // The Studio's words are read in the background, and until then it speaks American.
  while (workspace.i18n.currentLocale.id !== britishEnglish.id) await wait(1)
  await workspace.i18n.loadNamespaces(['validation'])
  return {
    schema: workspace.schema,
    check: (document, exists) =>
      validateDocument({
        document,
        workspace,
        environment: 'studio',
        getClient: (options) => client.withConfig(options),
        getDocumentExists: async ({id}) => exists(id),
        maxCustomValidationConcurrency: 20,
      }),
  }
}
