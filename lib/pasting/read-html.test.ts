/** @jest-environment jsdom */
import {readPastedHtml} from './read-html.ts'

/** One line for each block: its style or its list, and its words with their marks. */
function read(html: string): string[] {
  const {body} = new DOMParser().parseFromString(html, 'text/html')
  return readPastedHtml(body).map(({style, list, spans}) => {
    const words = spans.map(({text, marks, href}) => {
      const marked = marks.reduce((inner, mark) => `<${mark}>${inner}</${mark}>`, text)
      return href === null ? marked : `[${marked}](${href})`
    })
    return `${list ? `${list.kind}${list.level}` : style}: ${words.join('')}`
  })
}

/** As Word for Windows puts it on the clipboard, shortened where it only repeats itself. */
const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns:st1="urn:schemas-microsoft-com:office:smarttags"><head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-unhide:no; margin:0cm; font-family:"Calibri",sans-serif;} @list l0:level1 {mso-level-text:} --></style>
</head><body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoTitle>Plan for the&nbsp; year<o:p></o:p></p>
<h1 style='mso-list:l2 level1 lfo3'><![if !supportLists]><span style='mso-list:Ignore'>1<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]><b>What</b> we do<o:p></o:p></h1>
<p class=MsoNormal><span style='color:red;mso-fareast-language:EN-US'>We met in <st1:place w:st="on">Thornmere</st1:place>
on <b style='mso-bidi-font-weight:normal'>3&nbsp;May</b>,&nbsp;all <i>nine</i> of <span class=GramE>us</span>.
<del cite="mailto:x" datetime="2026-05-04T10:00">Some words that were taken out</del><a
style='mso-comment-reference:AP_1' href="#_msocom_1" name="_msoanchor_1">[A1]</a><o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>A visit<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>in the morning<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span><![endif]>A <a href="http://www.example.org/letter?utm_source=mail&amp;id=7"><span style='color:blue'>letter</span></a><o:p></o:p></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Monday<o:p></o:p></p></td><td><p class=MsoNormal>9&nbsp;am<o:p></o:p></p></td></tr></table>
<div style='mso-element:comment-list'><p class=MsoCommentText>Is this true?</p></div>
<!--EndFragment--></body></html>`

test('Word', () => {
  expect(read(word)).toEqual([
    'h2: Plan for the year',
    'h2: What we do',
    'normal: We met in Thornmere on <strong>3\u00a0May</strong>, all <em>nine</em> of us.',
    'bullet1: A visit',
    'bullet2: in the morning',
    'number1: A [letter](https://www.example.org/letter?id=7)',
    'normal: Monday',
    'normal: 9\u00a0am',
  ])
})

const docs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b"><h2 dir="ltr" style="line-height:1.38;"><span style="font-size:16pt;font-weight:400;white-space:pre-wrap;">Visiting</span></h2><p dir="ltr"><span style="font-weight:400;white-space:pre-wrap;">Come  on </span><span style="font-weight:700;font-style:italic;">any day</span><span style="font-weight:400;">, or </span><a href="https://www.google.com/url?q=http://www.example.org/visit&amp;sa=D&amp;usg=x"><span style="text-decoration:underline;">write</span></a><span>.</span></p><br /><ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Coats</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr"><span>warm ones</span></p></li></ul></ul><ol><li dir="ltr" aria-level="1"><p><span>First</span></p></li></ol></b><br class="Apple-interchange-newline">`

test('Google Docs', () => {
  expect(read(docs)).toEqual([
    'h2: Visiting',
    'normal: Come on <em><strong>any day</strong></em>, or [write](https://www.example.org/visit).',
    'bullet1: Coats',
    'bullet2: warm ones',
    'number1: First',
  ])
})

const webPage = `<h1>One</h1><h2>Two</h2><h4>Four</h4><h6><b>Six</b></h6>
<p style="color:red;text-align:center"><font size=7>Big</font> <u>and</u> <s>struck</s> <span style="font-weight: 700">bold</span>
<a href="javascript:alert(1)">script</a> <a href="/joining">own</a> <a href="#top">top</a> <a href="mailto:office@school.example">mail</a>
<a href="https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.example.org%2Fa%3Ffbclid%3D1&amp;data=05">safe</a>
<a href="http://localhost:3000/x">here</a></p>
<img src=x onerror=alert(1)><script>alert(1)</script><style>p{}</style><iframe src=x></iframe><button>Share</button>
<p hidden>Hidden</p><p style="display: none">Hidden too</p><p> <br> </p><hr>
<blockquote><p>Said.</p></blockquote><pre>one
two</pre>Loose words<br><br>and more<br>on two lines
<ul><li>Item<p>in two lines</p><ol><li><h3>inner</h3></li></ol></li><li> </li></ul>
<dl><dt>Term</dt><dd>Meaning</dd></dl><figure><img src=y alt=z><figcaption>Caption</figcaption></figure>`

test('a web page', () => {
  expect(read(webPage)).toEqual([
    'h2: One',
    'h3: Two',
    'h4: Four',
    'h4: Six',
    'normal: Big and struck <strong>bold</strong> script own top [mail](mailto:office@school.example) [safe](https://www.example.org/a) here',
    'normal: Said.',
    'normal: one\ntwo',
    'normal: Loose words',
    'normal: and more\non two lines',
    'bullet1: Item\nin two lines',
    'number2: inner',
    'normal: Term',
    'normal: Meaning',
    'normal: Caption',
  ])
})

test('Word in the browser, where each item is a list of its own', () => {
  const item = (level: number, words: string) =>
    `<div class="ListContainerWrapper"><ul class="BulletListStyle1"><li data-aria-level="${level}" class="OutlineElement"><p class="Paragraph"><span class="TextRun"><span class="NormalTextRun">${words}</span></span><span class="EOP">&nbsp;</span></p></li></ul></div>`
  expect(read(item(1, 'Coats') + item(2, 'warm ones'))).toEqual(['bullet1: Coats', 'bullet2: warm ones'])
})

test.each([
  ['nothing', ''],
  ['blanks', '<p>&nbsp;</p><p><br></p><div> \u200b</div><ul><li></li></ul>'],
  ['a picture', '<img src="https://www.example.org/a.png">'],
])('%s leaves no block', (_what, html) => {
  expect(read(html)).toEqual([])
})

test.each([
  [
    'Word',
    `<p>Schools share<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a>.<a href="#_edn1" name="_ednref1"><sup>[i]</sup></a></p>
<div style='mso-element:footnote-list'><br clear=all><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> A survey of 2025.</p></div></div>`,
  ],
  [
    'LibreOffice',
    `<p>Schools share<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> A survey of 2025.</p></div>`,
  ],
  [
    'Google Docs',
    `<p>Schools share<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>.</p><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> A survey of 2025.</p></div>`,
  ],
  [
    'a wiki',
    `<p>Schools share<sup class="reference"><a href="https://wiki.example/page#cite_note-1">[1]</a></sup>.</p><ol></ol><p>A survey of 2025.</p>`,
  ],
])('a note of %s keeps its words and loses its mark', (_program, html) => {
  expect(read(html)).toEqual(['normal: Schools share.', 'normal: A survey of 2025.'])
})

test('headings of a part of a page keep their levels', () => {
  expect(read('<h3>Three</h3><h2>Two</h2><h1>&nbsp;</h1>')).toEqual(['h3: Three', 'h2: Two'])
})

test('a space between formats stays, once, and is part of neither', () => {
  expect(read('<p><b>Strong </b> <a href="https://www.example.org/">link</a><i> </i>end </p>')).toEqual([
    'normal: <strong>Strong </strong>[link](https://www.example.org/) end',
  ])
})
