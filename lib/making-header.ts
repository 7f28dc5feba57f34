/**
 * Sent by the site when it asks itself for a page that must be made again. A page that was withdrawn is then made
 * as not found in its own place, where it would otherwise stay behind on the disk. Anyone may send it: it shows
 * nothing that the page's address does not.
 */
export const makingHeader = 'x-make-page'
