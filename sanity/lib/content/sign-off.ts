/**
 * By what a document may be shown, for its own projection. The list names it to the tags, so that a page is made
 * again when an agreement is given or taken back.
 */
export const signOffProjection = `
  "signOffList": {"_list": "signOff:" + _id},
  "signOff": *[
    _type == "signOffEvent" && subject == ^._id && kind in ["recorded", "agreed", "overridden", "withdrawn", "decided"]
  ]{"_event": _id, record, signature}` as const
