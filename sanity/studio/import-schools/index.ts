import {UploadIcon} from '@sanity/icons/Upload'
import {lazy} from 'react'
import {definePlugin} from 'sanity'

/** The tool in the Studio’s bar with which staff import schools. What reads files is fetched when it is opened. */
export const importSchools = definePlugin({
  name: 'import-schools',
  tools: [
    {
      name: 'import-schools',
      title: 'Import schools',
      icon: UploadIcon,
      component: lazy(() => import('./import-schools.tsx')),
    },
  ],
})
