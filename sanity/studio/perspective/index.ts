import {definePlugin} from 'sanity'
import {ToolInPerspective} from './published-notice.tsx'

/** Lets nobody work in the perspective Published without knowing it. */
export const perspectives = definePlugin({
  name: 'perspectives',
  studio: {components: {activeToolLayout: ToolInPerspective}},
})
