import type {Identity} from '../types.ts'

/**
 * Who may read which document. As on a hosted public dataset, an anonymous reader sees only ids without a
 * dot: no drafts, no versions, and nothing that was put under a dotted id to keep it private.
 */
export function isVisibleTo(identity: Identity, documentId: string): boolean {
  return identity.kind === 'user' || !documentId.includes('.')
}
