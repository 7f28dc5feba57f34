import {gzipSync} from 'node:zlib'
import type {Random} from '#sanity/lake/store/testing/random.ts'

export type Body = {type: string; bytes: Buffer; encoding?: string}

type MakeBody = (random: Random) => Body | null

const json = (text: string): Body => ({type: 'application/json', bytes: Buffer.from(text)})
const form = (text: string): Body => ({type: 'application/x-www-form-urlencoded', bytes: Buffer.from(text)})
const part = (name: string, value: string) =>
  `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

/** Small packed, and large when it is unpacked. */
const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024, '['))

export const bodies: readonly [MakeBody, ...MakeBody[]] = [
  () => null,
  () => json(''),
  () => json('{'),
  () => json('null'),
  () => json('{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {"a": 1}}}'),
  () => json(`${'['.repeat(20_000)}${']'.repeat(20_000)}`),
  () => json(`{"mutations": [{"create": {"_type": "page", "_id": "drafts.hostile"}}]}`),
  () => json(`{"mutations": [null, 1, {"patch": {"query": "*", "set": {"a[0..]..b": 1}}}]}`),
  () => json(`{"query": "${'*[('.repeat(2000)}", "params": {"a": null}}`),
  () => json('{"dryRun": true, "actions": [{"actionType": "sanity.action.document.publish", "draftId": 7}]}'),
  () => json(`{"id": "${'x'.repeat(100_000)}", "type": "page", "operation": "update"}`),
  (random) => json(`{"id": "page", "type": "page", "operation": "update", "slugAfter": "${random(99)}"}`),
  (random) => ({
    type: 'application/octet-stream',
    bytes: Buffer.from(Array.from({length: random(4000)}, () => random(256))),
  }),
  () => ({type: 'text/plain;charset=utf-7', bytes: Buffer.from([0xff, 0xfe, 0x00, 0xd8])}),
  () => ({type: 'application/json', encoding: 'gzip', bytes: bomb}),
  () => ({type: 'application/json', encoding: 'gzip', bytes: Buffer.from('not gzip')}),
  () => ({
    type: 'image/svg+xml',
    bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="a()"/>'),
  }),
  () => ({type: 'image/png', bytes: Buffer.from('89504e470d0a1a0a0000000d49484452ffffffffffffffff', 'hex')}),
  () => form(`message=${'%'.repeat(300)}&email=a%00@b&__proto__[a]=b`),
  () => form(`${'a=1&'.repeat(40_000)}`),
  () => ({
    type: 'multipart/form-data; boundary=x',
    bytes: Buffer.from(`${part('1_$ACTION_ID_00', '[]')}${part('0', '["$K1"]')}--x--`),
  }),
  () => ({
    type: 'multipart/form-data; boundary=x',
    bytes: Buffer.from(
      `${part('$ACTION_REF_1', '')}${part('$ACTION_1:0', '{"id":"00","bound":"$@1"}')}--x--`,
    ),
  }),
  () => ({type: 'multipart/form-data; boundary=', bytes: Buffer.from('--\r\n\r\n--')}),
  () => ({type: 'multipart/form-data; boundary=x', bytes: Buffer.from('--x\r\ncontent-disp')}),
  () => ({type: 'text/x-component', bytes: Buffer.from('["$F1","$undefined","$Q0","$i0"]')}),
]
