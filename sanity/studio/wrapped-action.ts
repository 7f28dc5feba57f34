import type {DocumentActionComponent} from 'sanity'

/**
 * Puts something round actions of the Studio. What comes out is the same for each call, so that React keeps its state,
 * and stays what the Studio knows the action by.
 */
export function actionWrapper(
  wrap: (original: DocumentActionComponent) => DocumentActionComponent,
): (original: DocumentActionComponent) => DocumentActionComponent {
  const known = new WeakMap<DocumentActionComponent, DocumentActionComponent>()
  return (original) => {
    const {action, displayName} = original
    const found = known.get(original) ?? Object.assign(wrap(original), {action, displayName})
    known.set(original, found)
    return found
  }
}
