import {withoutScript} from './without-script.ts'

const page = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`

test.each([
  ['a script by address', '<script src="/a.js" async=""></script>', ''],
  ['a script in the page', '<script>self.__next_f=[1,"</p>"]</script>', ''],
  ['a script with a nonce', '<script nonce="x" type="module">1</script>', ''],
  ['a preloaded script', '<link rel="preload" as="script" fetchPriority="low" href="/a.js"/>', ''],
  ['a preloaded module', '<link rel="modulepreload" href="/a.js"/>', ''],
  ['a style sheet', '<link rel="stylesheet" href="/a.css" data-precedence="next"/>', null],
  ['a preloaded font', '<link rel="preload" as="font" href="/a.woff2" crossorigin=""/>', null],
  ['data for search engines', '<script type="application/ld+json">{"name":"\\u003c!--"}</script>', null],
])('in the head: %s', (_name, element, left) => {
  expect(withoutScript(page(`<title>A</title>${element}<meta name="a"/>`, '<p>B</p>'))).toBe(
    page(`<title>A</title>${left ?? element}<meta name="a"/>`, '<p>B</p>'),
  )
})

test('scripts and comments between words go, and the words stay as they were written', () => {
  expect(
    withoutScript(
      page('', '<!--$--><p>Ysgol&nbsp;Ŵy <!-- -->&amp; 2 &lt; 3<BR></p><script>1</script><!--/$-->'),
    ),
  ).toBe(page('', '<p>Ysgol&nbsp;Ŵy &amp; 2 &lt; 3<BR></p>'))
})

test('words about scripts are words', () => {
  const words = '<p title="<script>a</script>">&lt;script&gt; and <code>&lt;!-- --&gt;</code></p>'
  expect(withoutScript(page('', words))).toBe(page('', words))
})

test('a script inside a drawing goes as well', () => {
  expect(withoutScript(page('', '<svg><script>1</script><path d="M0 0"></path></svg>'))).toBe(
    page('', '<svg><path d="M0 0"></path></svg>'),
  )
})
