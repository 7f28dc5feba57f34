import {type DefaultTreeAdapterMap, parse, serialize} from 'parse5'
import {env} from '#lib/env.ts'
import {makingHeader} from '#lib/making-header.ts'
import {withoutScript} from '#lib/without-script.ts'
import {ownOrigin} from '#sanity/lib/revalidation/warm.ts'

type Element = DefaultTreeAdapterMap['element']

/** The style sheets and fonts of a built site do not change. */
let built: string | null = null

/**
 * What stands in the head of every review page besides its title: the style sheets that Next.js made of the components
 * of `/review`, by their addresses. Next.js links them in pages alone, and review pages are the answers of route
 * handlers, which need no script.
 */
export async function headOfReview(): Promise<string> {
  if (built !== null) return built
  const page = await fetch(`${ownOrigin(env())}/review`, {headers: {[makingHeader]: '1'}, cache: 'no-store'})
  if (!page.ok) throw new Error(`The page /review answered ${page.status}.`)
  const head = linksIn(withoutScript(await page.text()))
  if (process.env.NODE_ENV !== 'development') built = head
  return head
}

function linksIn(html: string): string {
  const wanted = ['stylesheet', 'preload', 'icon']
  return [...elementsOf(parse(html))]
    .filter(({tagName, attrs}) => {
      const rel = attrs.find(({name}) => name === 'rel')?.value ?? ''
      return tagName === 'link' && wanted.includes(rel)
    })
    .map((link) => serialize({nodeName: '#document-fragment', childNodes: [link]}))
    .join('')
}

function* elementsOf(node: DefaultTreeAdapterMap['node']): Generator<Element> {
  if ('tagName' in node) yield node
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child)
}
