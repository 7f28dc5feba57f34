import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {definePlugin} from 'sanity'
import {SignOffTool} from './tool.tsx'

/** The tool that says what schools are asked, beside that of what needs attention. */
export const signOffTool = definePlugin({
  name: 'sign-off',
  tools: [{name: 'sign-off', title: 'Sign-off', icon: CheckmarkCircleIcon, component: SignOffTool}],
})
