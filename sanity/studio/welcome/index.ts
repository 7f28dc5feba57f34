import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {definePlugin} from 'sanity'
import {route} from 'sanity/router'
import {WelcomeTool} from './tool.tsx'

/**
 * The page for the first day. It is a tool, because the bar is in sight wherever somebody is and lists it by name on a
 * telephone, too; it is the last one, because after the first day it is looked for seldom. The handbook is below it.
 */
export const welcomeTool = definePlugin({
  name: 'welcome',
  tools: [
    {
      name: 'welcome',
      title: 'Welcome',
      icon: HelpCircleIcon,
      component: WelcomeTool,
      router: route.create('/', [route.create('/handbook/:page')]),
    },
  ],
})
