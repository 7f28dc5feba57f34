import {BellIcon} from '@sanity/icons/Bell'
import {definePlugin} from 'sanity'
import {AttentionTool} from './tool.tsx'

/** The tool that says what staff should look at. Where it comes first among the tools, the Studio opens with it. */
export const attentionTool = definePlugin({
  name: 'attention',
  tools: [{name: 'attention', title: 'Needs attention', icon: BellIcon, component: AttentionTool}],
})
