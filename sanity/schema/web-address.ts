import type {UrlRule} from 'sanity'
import {webAddressProblem} from '#lib/links.ts'
import {heldBack} from './checked-by.ts'
import {text} from './read-value.ts'

/**
 * Lets every address pass the Studio's own check, whose words are for programmers, so that the rule in `lib/links.ts`
 * alone says what is wrong with it.
 */
export function withoutStudioCheck(rule: UrlRule): UrlRule {
  return rule.uri({scheme: /^/, allowRelative: true, allowCredentials: true})
}

/** The rule of a field that holds the address of a web page. Left empty it is another rule's matter. */
export function webAddressRule(rule: UrlRule): UrlRule {
  return withoutStudioCheck(rule).custom((value) =>
    heldBack(text(value) ? webAddressProblem(text(value)) : null),
  )
}
