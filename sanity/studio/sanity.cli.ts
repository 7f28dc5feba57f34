import {defineCliConfig} from 'sanity/cli'

export default defineCliConfig({
  api: {projectId: 'local', dataset: 'production'},
  project: {basePath: '/studio'},
  deployment: {autoUpdates: false},
  schemaExtraction: {path: '.sanity/schema.json'},
  typegen: {
    path: ['../lib/**/*.ts', '../../components/sections/*/projection.ts'],
    schema: '.sanity/schema.json',
    generates: '../sanity.types.ts',
  },
})
