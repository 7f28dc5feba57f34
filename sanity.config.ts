import {defineConfig} from 'sanity'
import {presentationTool} from 'sanity/presentation'
import {structureTool} from 'sanity/structure'
import {isSubjectType} from '#lib/sign-off/subjects.ts'
import {schemaTypes} from '#sanity/schema/index.ts'
import {attentionTool} from '#sanity/studio/attention/index.ts'
import {documentBadges} from '#sanity/studio/badges.ts'
import {britishEnglish} from '#sanity/studio/british-english.ts'
import {DocumentPreview} from '#sanity/studio/document-preview.tsx'
import {documentActions, newDocumentOptions, templates} from '#sanity/studio/documents.ts'
import {FormInput} from '#sanity/studio/form-input.tsx'
import {importSchools} from '#sanity/studio/import-schools/index.ts'
import {deleteWithProof} from '#sanity/studio/in-use/delete-with-proof.ts'
import {refuseInUse} from '#sanity/studio/in-use/refuse-in-use.tsx'
import {localMode} from '#sanity/studio/local-mode.ts'
import {resolveLocations} from '#sanity/studio/locations.ts'
import {perspectives} from '#sanity/studio/perspective/index.ts'
import {unpublishInDrafts} from '#sanity/studio/perspective/unpublish.ts'
import {resolveMainDocuments} from '#sanity/studio/presentation.ts'
import {publishWhenChecked} from '#sanity/studio/publish-when-checked.ts'
import {runtimeConfiguration} from '#sanity/studio/runtime-configuration.ts'
import {DocumentLayout} from '#sanity/studio/save-for-preview.tsx'
import {signOffTool} from '#sanity/studio/sign-off/index.ts'
import {publishAgreed} from '#sanity/studio/sign-off/publish-agreed.tsx'
import {requestSignOff} from '#sanity/studio/sign-off/request-action.tsx'
import {defaultDocumentNode, structure} from '#sanity/studio/structure.ts'
import {welcomeTool} from '#sanity/studio/welcome/index.ts'

const {projectId, dataset, lakePath} = runtimeConfiguration()

/** A workbench for queries means nothing to staff, so a build for them leaves it out. */
const developmentPlugins =
  process.env.NODE_ENV === 'development' ? [(await import('@sanity/vision')).visionTool()] : []

/** The Studio. One build of it serves the embedded lake and a hosted dataset; the page says which. */
export default defineConfig({
  name: 'default',
  title: 'Website',
  projectId,
  dataset,
  i18n: {locales: [britishEnglish]},
  schema: {types: schemaTypes, templates},
  document: {
    actions: (actions, context) =>
      documentActions(actions, context)
        .map(publishAgreed)
        .map(publishWhenChecked)
        .map(deleteWithProof)
        .map(unpublishInDrafts)
        .map(refuseInUse)
        .concat(isSubjectType(context.schemaType) ? [requestSignOff] : []),
    badges: documentBadges,
    newDocumentOptions,
    components: {unstable_layout: DocumentLayout},
    ...(lakePath ? {comments: {enabled: false}} : {}),
  },
  form: {components: {input: FormInput, preview: DocumentPreview}},
  plugins: [
    attentionTool(),
    signOffTool(),
    structureTool({title: 'Content', structure, defaultDocumentNode}),
    presentationTool({
      title: 'Preview',
      previewUrl: {
        initial: '/',
        previewMode: {enable: '/api/draft-mode/enable', disable: '/api/draft-mode/disable'},
      },
      resolve: {locations: resolveLocations, mainDocuments: resolveMainDocuments},
    }),
    importSchools(),
    welcomeTool(),
    perspectives(),
    ...developmentPlugins,
  ],
  // With a token of their own, not a cookie of Sanity's, staff can say to the site who they are (see studio/sign-off).
  ...(lakePath ? localMode(lakePath) : {auth: {loginMethod: 'token' as const}}),
})
