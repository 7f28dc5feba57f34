import {connect} from 'node:net'
import {draftModeCookie} from '#lib/draft-mode-cookie.ts'
import {expect, test} from './support/test.ts'

/** Sends the head of a request for 60 MB, and none of them: what the site answers before it has read any. */
function answerToTheHead(siteUrl: string, head: string[]): Promise<string> {
  const {hostname, port, host} = new URL(siteUrl)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`${[...head, `Host: ${host}`, 'Content-Length: 60000000'].join('\r\n')}\r\n\r\n`)
    })
    let text = ''
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    socket.on('close', () => resolve(text)).on('error', reject)
  })
}

for (const path of ['/', '/working-with-us', '/nothing-of-the-kind', '/sitemap.xml', '/studio']) {
  test(`what is sent to ${path} is refused before it is read`, async ({request, baseURL}) => {
    expect(await answerToTheHead(baseURL ?? '', [`POST ${path} HTTP/1.1`])).toMatch(/^HTTP\/1.1 405 /)
    const preview = [`POST ${path} HTTP/1.1`, `Cookie: ${draftModeCookie}=guessed`]
    expect(await answerToTheHead(baseURL ?? '', preview)).toMatch(/^HTTP\/1.1 405 /)
    expect((await request.get('/working-with-us')).status()).toBe(200)
  })
}
