import type {StudioConfiguration} from './serve/shell.ts'

declare global {
  interface Window {
    /** Put into the Studio's page by the site's route handler, before any other script runs. */
    __studio?: StudioConfiguration
  }
}

/** Whether this is Node, also when Sanity's command line simulates a browser in it. */
const isNode = () => Boolean(globalThis.process?.versions?.node)

/** Stands in where no page is: extracting the schema and generating types need a name, never a connection. */
const placeholder: StudioConfiguration = {projectId: 'local', dataset: 'production', lakePath: null}

/**
 * The project, the dataset and where Content Lake is, known only when the Studio starts.
 * @throws Error in a browser whose page does not say it, because guessing could open the wrong dataset
 */
export function runtimeConfiguration(): StudioConfiguration {
  if (isNode()) return placeholder
  if (window.__studio) return window.__studio
  throw new Error('This page does not say which project to open. Open the Studio at /studio of the site.')
}
