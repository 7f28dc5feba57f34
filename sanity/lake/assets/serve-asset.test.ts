import {readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import {openTestStore, picture, pixels} from './testing/test-store.ts'

const limits = {derivedBytes: 60_000}
const {folder, dataset, store, upload, get, close} = openTestStore(limits)
afterAll(close)

describe('the original', () => {
  test('is served byte for byte and may be kept for ever', async () => {
    const bytes = await (await picture(40, 20)).jpeg().toBuffer()
    const response = await get(await upload(bytes))
    expect(response.status).toBe(200)
    expect(response.body).toEqual(bytes)
    expect(response.headers).toMatchObject({
      'Content-Type': 'image/jpeg',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': expect.stringMatching(/^sandbox; default-src 'none'/),
    })
    expect(response.headers).not.toHaveProperty('Content-Disposition')
  })

  test('is not sent again to who has it', async () => {
    const document = await upload(await (await picture(40, 20)).jpeg().toBuffer())
    const {headers} = await get(document)
    const again = await get(document, '', {ifNoneMatch: `"other", W/${headers.ETag}`})
    expect(again).toMatchObject({status: 304, body: null, headers: {ETag: headers.ETag}})
    expect((await get(document, '', {ifNoneMatch: '"other"'})).status).toBe(200)
  })

  test('is saved under its own name where that is asked for', async () => {
    const document = await upload(await (await picture(60, 20)).png().toBuffer(), 'Äpfel & "co".png')
    const disposition = async (query: string) => (await get(document, query)).headers['Content-Disposition']
    expect(await disposition('dl=')).toBe(
      `attachment; filename="_pfel _ _co_.png"; filename*=UTF-8''%C3%84pfel%20%26%20%22co%22.png`,
    )
    expect(await disposition('dl=hall.png&w=10')).toBe(
      `attachment; filename="hall.png"; filename*=UTF-8''hall.png`,
    )
  })

  test('may have a name of vanity behind its own', async () => {
    const document = await upload(await (await picture(60, 20)).png().toBuffer())
    const path = `${document.assetId}-60x20.png/the-hall.png`
    expect((await store.serve({kind: 'image', path, query: new URLSearchParams()})).status).toBe(200)
  })

  test.each([
    '../production.sqlite',
    'local/production/../../production.sqlite',
    '..%2f..%2fproduction.sqlite',
    'local/production/%2e%2e/production.sqlite',
    '/etc/passwd',
    'local/production/',
    '',
    `local/production/${'a'.repeat(40)}-1x1.png`,
    `local/production/${'a'.repeat(40)}-1x1.png\0`,
  ])('an address that names no asset is not found: %j', async (path) => {
    for (const kind of ['image', 'file'] as const) {
      const response = await store.serve({kind, path, query: new URLSearchParams()})
      expect(response).toMatchObject({status: 404, headers: {'Content-Type': 'text/plain; charset=utf-8'}})
    }
  })

  test('an asset of another dataset, a deleted one and one without its file are not found', async () => {
    const document = await upload(await (await picture(80, 20)).png().toBuffer())
    const name = `${document.assetId}-80x20.png`
    const file = join(folder, 'assets/images', name)
    const elsewhere = {kind: 'image' as const, path: `local/staging/${name}`, query: new URLSearchParams()}
    expect((await store.serve(elsewhere)).status).toBe(404)
    const bytes = readFileSync(file)
    rmSync(file)
    expect((await get(document)).status).toBe(404)
    expect((await get(document, 'w=10')).status).toBe(404)
    writeFileSync(file, bytes)
    expect((await get(document)).status).toBe(200)
    dataset.commit({mutations: [{delete: {id: document._id}}], author: 'editor'})
    expect((await get(document)).status).toBe(404)
    expect((await get(document, 'w=10')).status).toBe(404)
  })

  test('a file is always saved, never shown', async () => {
    const bytes = Buffer.from('%PDF-1.7 minutes')
    const document = await store.upload({kind: 'file', bytes, filename: 'Minutes.pdf', author: 'editor'})
    const path = String(document.path).replace('files/', '')
    const response = await store.serve({kind: 'file', path, query: new URLSearchParams('w=100')})
    expect(response.body).toEqual(bytes)
    expect(response.headers).toMatchObject({
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="Minutes.pdf"; filename*=UTF-8''Minutes.pdf`,
      'X-Content-Type-Options': 'nosniff',
    })
  })
})

describe('what a camera wrote', () => {
  test.each(['jpeg', 'png', 'webp', 'avif', 'tiff'] as const)(
    'is neither in the original nor in what is made from it: %s',
    async (format) => {
      const located = await (await picture(60, 40))
        .withExif({IFD3: {GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1'}, IFD0: {Artist: 'A. Person'}})
        .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">A. Person</x:xmpmeta>')
        .toFormat(format)
        .toBuffer()
      expect(located.includes('A. Person')).toBe(true)
      const document = await upload(located)
      const ways = [
        '',
        'dl=hall.jpg',
        'unknown=1',
        'w=30',
        'auto=format',
        'fm=png',
        'fm=webp',
        'or=90',
        'q=80',
      ]
      for (const query of ways) {
        const {status, body} = await get(document, query)
        const {exif, xmp, iptc} = await sharp(body ?? Buffer.alloc(0)).metadata()
        expect({query, status, exif, xmp, iptc}).toEqual({query, status: 200})
        expect(body?.includes('A. Person')).toBe(false)
      }
    },
  )

  test('is left out of a JPEG without touching its pixels, its colours or its turn', async () => {
    const plain = await (await picture(60, 40)).jpeg({progressive: true}).toBuffer()
    const noted = await sharp(plain)
      .withIccProfile('p3')
      .withMetadata({orientation: 6})
      .withExifMerge({IFD0: {Artist: 'A. Person'}})
      .jpeg({progressive: true})
      .toBuffer()
    const behind = Buffer.concat([noted, noted])
    const {body} = await get(await upload(behind))
    const kept = await sharp(body ?? Buffer.alloc(0)).metadata()
    expect(kept).toMatchObject({width: 60, height: 40, orientation: 6, icc: expect.any(Buffer)})
    expect(
      await sharp(body ?? Buffer.alloc(0))
        .raw()
        .toBuffer(),
    ).toEqual(await sharp(noted).raw().toBuffer())
    expect(body?.includes('A. Person')).toBe(false)
    expect(body?.length).toBeLessThan(noted.length)
  })

  test('turns the picture: cuts and sizes count in the picture that is seen', async () => {
    const sideways = await (await picture(60, 40)).withMetadata({orientation: 6}).png().toBuffer()
    const document = await upload(sideways)
    const turned = await pixels(await get(document, 'w=20'))
    expect(turned).toMatchObject({width: 20, height: 30})
    // A quarter turn to the right: what was at the lower left is now at the upper left.
    expect(turned.at(0.25, 0.25)).toBe('#0000ffff')
    expect((await pixels(await get(document, 'rect=20,0,20,30'))).at(0.5, 0.5)).toBe('#ff0000ff')
  })
})

describe('the cache of derived images', () => {
  const derived = () => readdirSync(join(folder, 'assets/derived'))

  test('the same picture is made once, also when it is asked for many times at once', async () => {
    const document = await upload(await (await picture(120, 60)).png().toBuffer())
    const before = derived().length
    const answers = await Promise.all(Array.from({length: 8}, () => get(document, 'w=37')))
    expect(new Set(answers.map(({headers}) => headers.ETag)).size).toBe(1)
    expect(answers.every(({body}) => body?.equals(answers[0]?.body ?? Buffer.alloc(0)))).toBe(true)
    expect(derived()).toHaveLength(before + 1)

    const [etag = ''] = answers.map(({headers}) => headers.ETag)
    expect(await get(document, 'w=37', {ifNoneMatch: etag})).toMatchObject({status: 304, body: null})
    // Taken from the folder: what lies there is what is served.
    writeFileSync(join(folder, 'assets/derived', etag.replaceAll('"', '')), 'from the cache')
    expect(String((await get(document, 'w=37')).body)).toBe('from the cache')
  })

  test('stays within its bound, and makes again what was removed', async () => {
    const noise = {type: 'gaussian' as const, mean: 128, sigma: 60}
    const noisy = {create: {width: 200, height: 200, channels: 3 as const, noise, background: '#888'}}
    const document = await upload(await sharp(noisy).png().toBuffer())
    const first = await get(document, 'w=100')
    for (let width = 101; width < 106; width += 1) await get(document, `w=${width}`)
    const sizes = derived().map((name) => statSync(join(folder, 'assets/derived', name)).size)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(limits.derivedBytes)
    expect(derived()).not.toContain(first.headers.ETag?.replaceAll('"', ''))
    expect((await get(document, 'w=100')).body).toEqual(first.body)
  })
})
