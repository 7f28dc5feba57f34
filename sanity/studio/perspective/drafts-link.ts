import type {SearchParam} from 'sanity/router'

/**
 * For links that lead to something to be done. The Studio keeps its perspective from one place to the next, and in
 * Published nothing can be changed, so such a link leads back to Drafts.
 */
export const inDrafts: SearchParam[] = [['perspective', '']]
