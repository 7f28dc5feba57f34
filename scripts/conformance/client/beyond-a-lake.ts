/** Files of the client's integration tests that ask for services beside the Content Lake, and which. */
export const beyondALake: {[file: string]: string} = {
  agentActions: 'an answer of a language model, from a service of the organisation',
  mediaLibrary: 'the media library, a service of the organisation, and a video encoded there',
}
