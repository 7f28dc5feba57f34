/**
 * Whether a field is kept in Content Lake but left out of use: a form hides it because another choice was made, or it is
 * a record that no form shows. What stands in such a field concerns nobody, and nobody could mend it.
 * @param parent - the object that the field belongs to
 */
export function isLeftOver(parent: {readonly [field: string]: unknown}, field: string): boolean {
  switch (parent._type) {
    case 'link':
      return field === (parent.linkType === 'internal' ? 'href' : 'page')
    case 'contactRoute':
      return routeFields.has(field) && routeFields.get(field) !== parent.kind
    case 'benefitClaim':
      return field === 'statistic' && parent.kind !== 'statistic'
    case 'school':
      return field === 'registerFacts'
    default:
      return false
  }
}

/** The fields of a contact route of which the form shows one, and the kind of route that shows it. */
const routeFields: ReadonlyMap<string, string> = new Map([
  ['email', 'email'],
  ['telephone', 'telephone'],
  ['url', 'website'],
])
