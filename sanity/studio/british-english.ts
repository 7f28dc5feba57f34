import {defineLocale} from 'sanity'

/**
 * The Studio's own words in plain English, with dates as they are written in Britain. What is not said here stays as
 * Sanity says it. The rules of the schema bring words of their own; these stand for the checks that Sanity makes by
 * itself.
 */
export const britishEnglish = defineLocale({
  id: 'en-GB',
  title: 'English (UK)',
  weekInfo: {firstDay: 1, weekend: [6, 7]},
  bundles: [
    {
      namespace: 'validation',
      resources: {
        'array.item-duplicate': 'This is in the list already: remove one of them.',
        'date.invalid-format': 'This is no date: choose one from the calendar.',
        'generic.incorrect-type':
          'This holds something else than this field can show: clear it and fill it in again.',
        'generic.not-allowed': 'This is none of the choices: choose one of them.',
        'generic.not-allowed_hint': '“{{hint}}” is none of the choices: choose one of them.',
        'generic.required': 'Fill this in.',
        'object.asset-required': 'Choose a file.',
        'object.asset-required_image': 'Choose a picture.',
        'object.not-reference': 'Choose a document.',
        'object.reference-not-published': 'Publish the document that is chosen here first.',
        'panel.no-errors-message': 'Nothing is wrong.',
        'panel.title': 'What is wrong',
        'slug.missing-current': 'Give an address: press Generate.',
        'slug.not-object': 'Give an address: press Generate.',
        'string.url.invalid': 'This is no web address. It starts with https://.',
      },
    },
    {
      namespace: 'studio',
      // The Studio hands over a day as Americans write it. The version is marked in the list, with its time.
      resources: {'document-status.revision-from': '<em>An earlier version</em>, as marked in the history'},
    },
    {
      namespace: 'presentation',
      resources: {'locations-banner.resolving.text': 'Looking where visitors see it …'},
    },
    {
      namespace: 'structure',
      resources: {
        'action.publish.not-checked-toast.description':
          'The last change has not been saved yet, perhaps because the connection was lost. Press Publish again in a moment.',
        'action.publish.not-checked-toast.title': 'Nothing was published',
        'action.publish.validation-in-progress.label': 'Checking …',
        'action.publish.validation-issues-toast.description':
          'Something has to be put right first. What, and why, is listed under “What is wrong”: press the exclamation mark at the top of the form.',
        'action.publish.validation-issues-toast.title': 'Nothing was published',
        'action.publish.validation-issues.tooltip':
          'Something has to be put right first: press the exclamation mark at the top of the form.',
        'action.publish.waiting': 'The last change is being saved and checked.',
        // The Studio looks for these words here, and has them elsewhere: their name would be read aloud.
        'changes.action.close-label': 'Close history',
      },
    },
  ],
})
