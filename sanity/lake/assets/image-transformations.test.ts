import {createImageUrlBuilder} from '@sanity/image-url'
import sharp from 'sharp'
import type {LakeDocument} from '../types.ts'
import {openTestStore, picture, pixels} from './testing/test-store.ts'

const {store, upload, get, close} = openTestStore()
afterAll(close)

async function sizeOf(document: LakeDocument, query: string): Promise<string> {
  const response = await get(document, query)
  if (response.status !== 200) return `${response.status}: ${response.body}`
  const {width, height} = await pixels(response)
  return `${width}x${height}`
}

describe('sizes, of an image of 400 by 200', () => {
  let document: LakeDocument
  beforeAll(async () => {
    document = await upload(await (await picture(400, 200)).png().toBuffer())
  })

  test.each([
    ['w=100', '100x50'],
    ['h=100', '200x100'],
    ['w=100&h=100', '100x50'],
    ['w=800', '800x400'],
    ['w=800&fit=max', '400x200'],
    ['w=100&h=400&fit=max', '100x50'],
    ['w=100&h=100&fit=crop', '100x100'],
    ['w=500&h=500&fit=crop', '500x500'],
    ['w=500&h=500&fit=min', '200x200'],
    ['w=100&h=50&fit=min', '100x50'],
    ['w=100&h=100&fit=fill', '100x100'],
    ['w=800&h=800&fit=fillmax', '800x800'],
    ['w=100&h=100&fit=scale', '100x100'],
    ['w=100&fit=crop&max-h=30', '100x30'],
    ['w=100&fit=crop&min-h=80', '100x80'],
    ['w=100&max-h=30', '100x50'],
    ['w=100&dpr=2', '200x100'],
    ['w=100.4', '100x50'],
    ['rect=0,0,100,150', '100x150'],
    ['rect=0,0,100,150&w=50', '50x75'],
    ['rect=300,0,101,999&w=50', '50x100'],
    ['w=100&pad=10', '120x70'],
    ['w=100&or=90', '100x200'],
    ['fp-x=0.2&unknown=1', '400x200'],
  ])('%s gives %s', async (query, size) => {
    expect(await sizeOf(document, query)).toBe(size)
  })

  test.each([
    ['w=0', 'Invalid value for "w": use a number from 1 to 8192'],
    ['w=abc', 'Invalid value for "w"'],
    ['h=99999', 'Invalid value for "h"'],
    ['w=', 'Invalid value for "w"'],
    ['fit=cover', 'Invalid value for "fit": use clip, crop'],
    ['crop=middle', 'Invalid value for "crop"'],
    ['fp-x=2', 'Invalid value for "fp-x"'],
    ['rect=1,2,3', 'Invalid value for "rect"'],
    ['rect=500,0,10,10', 'it lies outside the image, which is 400 by 200 pixels'],
    ['q=101', 'Invalid value for "q"'],
    ['fm=exe', 'Invalid value for "fm"'],
    ['dpr=9', 'Invalid value for "dpr"'],
    ['blur=0', 'Invalid value for "blur"'],
    ['bg=red', 'Invalid value for "bg"'],
    ['or=45', 'Invalid value for "or"'],
    ['flip=x', 'Invalid value for "flip"'],
    ['frame=2', 'Invalid value for "frame"'],
    ['w=8000&dpr=3', 'larger than 8192 pixels'],
  ])('%s is refused in plain text', async (query, message) => {
    const response = await get(document, query)
    expect(response.status).toBe(400)
    expect(response.headers['Content-Type']).toBe('text/plain; charset=utf-8')
    expect(String(response.body)).toContain(message)
  })
})

describe('what is seen, of four quarters: red and green above, blue and yellow below', () => {
  let document: LakeDocument
  beforeAll(async () => {
    document = await upload(await (await picture(200, 200)).png().toBuffer())
  })
  const corner = async (query: string, x = 0.25, y = 0.25) =>
    (await pixels(await get(document, query))).at(x, y)

  test.each([
    ['rect=100,0,100,100', '#00ff00ff'],
    ['rect=0,100,100,100&w=10', '#0000ffff'],
    ['w=50&h=100&fit=crop&crop=left', '#ff0000ff'],
    ['w=50&h=100&fit=crop&crop=right', '#00ff00ff'],
    ['w=100&h=50&fit=crop&crop=bottom,left', '#0000ffff'],
    ['w=20&h=100&fit=crop&crop=focalpoint&fp-x=0.8', '#00ff00ff'],
    ['flip=h', '#00ff00ff'],
    ['flip=v', '#0000ffff'],
    ['flip=hv', '#ffff00ff'],
    ['or=90', '#0000ffff'],
    ['or=270', '#00ff00ff'],
    ['invert=true', '#00ffffff'],
  ])('%s has %s at its upper left', async (query, colour) => {
    expect(await corner(query)).toBe(colour)
  })

  test('grey has no colour left', async () => {
    const [red, green, blue] = Buffer.from((await corner('sat=-100')).slice(1), 'hex')
    expect(green).toBe(red)
    expect(blue).toBe(red)
  })

  test('the rest of a box is filled with the colour that is asked for, else left clear or white', async () => {
    const fill = 'w=200&h=400&fit=fill'
    expect(await corner(`${fill}&bg=123456`, 0.5, 0.02)).toBe('#123456ff')
    expect(await corner(`${fill}&bg=ff00`, 0.5, 0.02)).toBe('#ff0000ff')
    expect(await corner(fill, 0.5, 0.02)).toMatch(/00$/)
    expect((await pixels(await get(document, `${fill}&fm=jpg`))).at(0.5, 0.02)).toBe('#ffffffff')
  })

  test('blur and sharpening change the picture and not its size', async () => {
    const plain = await get(document, 'w=100')
    for (const effect of ['blur=50', 'sharp=80']) {
      const changed = await get(document, `w=100&${effect}`)
      expect(changed.body).not.toEqual(plain.body)
      expect(await pixels(changed)).toMatchObject({width: 100, height: 100})
    }
  })
})

test('the addresses that @sanity/image-url builds from crop and hotspot are understood', async () => {
  const document = await upload(await (await picture(400, 200)).png().toBuffer())
  const builder = createImageUrlBuilder({
    projectId: 'local',
    dataset: 'production',
    baseUrl: 'http://localhost:3000/lake',
  })
  const image = {
    asset: {_ref: document._id},
    crop: {left: 0.5, right: 0, top: 0, bottom: 0},
    hotspot: {x: 0.9, y: 0.1, width: 0.2, height: 0.2},
  }
  const addresses = [
    [builder.image(image).width(80).height(40).url(), '80x40', '#00ff00ff'],
    [builder.image(image).width(50).auto('format').url(), '50x50', '#00ff00ff'],
    [
      builder.image(image).ignoreImageParams().size(60, 60).fit('crop').crop('left').url(),
      '60x60',
      '#ff0000ff',
    ],
    [
      builder
        .image(image)
        .ignoreImageParams()
        .size(20, 60)
        .fit('crop')
        .crop('focalpoint')
        .focalPoint(0.9, 0.1)
        .url(),
      '20x60',
      '#00ff00ff',
    ],
    [
      builder.image(image).flipVertical().quality(50).format('webp').maxWidth(90).url(),
      '200x200',
      '#ffff00ff',
    ],
  ]
  for (const [address = '', size, colour] of addresses) {
    const {pathname, searchParams} = new URL(address)
    const path = pathname.replace('/lake/images/', '')
    const seen = await pixels(await store.serve({kind: 'image', path, query: searchParams}))
    expect([address, `${seen.width}x${seen.height}`]).toEqual([address, size])
    // WebP and JPEG come near to a colour.
    const near = (hex: string) =>
      [...Buffer.from(hex.slice(1), 'hex')].map((channel) => Math.round(channel / 64))
    expect([address, near(seen.at(0.2, 0.1))]).toEqual([address, near(String(colour))])
  }
})

describe('formats', () => {
  let document: LakeDocument
  beforeAll(async () => {
    const noise = {type: 'gaussian' as const, mean: 128, sigma: 40}
    const noisy = {create: {width: 200, height: 100, channels: 3 as const, noise, background: '#888'}}
    document = await upload(await sharp(noisy).jpeg({quality: 95}).toBuffer())
  })

  test.each([
    ['fm=jpg', 'jpeg', 'image/jpeg'],
    ['fm=pjpg', 'jpeg', 'image/jpeg'],
    ['fm=png', 'png', 'image/png'],
    ['fm=webp', 'webp', 'image/webp'],
    ['fm=avif', 'heif', 'image/avif'],
    ['w=50', 'jpeg', 'image/jpeg'],
  ])('%s', async (query, format, mimeType) => {
    const response = await get(document, query)
    expect((await pixels(response)).format).toBe(format)
    expect(response.headers['Content-Type']).toBe(mimeType)
    expect(response.headers).not.toHaveProperty('Vary')
  })

  test.each([
    ['image/avif,image/webp,*/*', 'image/avif'],
    ['image/webp,*/*', 'image/webp'],
    ['*/*', 'image/jpeg'],
    [undefined, 'image/jpeg'],
  ])('auto=format for a browser that accepts %s', async (accept, mimeType) => {
    const {headers} = await get(document, 'auto=format', {accept})
    expect(headers).toMatchObject({'Content-Type': mimeType, Vary: 'Accept'})
  })

  test('less quality is fewer bytes', async () => {
    const length = async (query: string) => (await get(document, query)).body?.length ?? 0
    expect(await length('q=20')).toBeLessThan(await length('q=90'))
    expect(await length('q=0')).toBeGreaterThan(0)
  })

  test('an animation stays one, unless its first frame is asked for', async () => {
    const frames = await Promise.all(
      ['#ff0000', '#00ff00'].map((background) =>
        sharp({create: {width: 20, height: 10, channels: 3, background}})
          .png()
          .toBuffer(),
      ),
    )
    const animation = await upload(
      await sharp(frames, {join: {animated: true}})
        .gif()
        .toBuffer(),
    )
    expect(animation._id).toMatch(/-20x10-gif$/)
    const pagesOf = async (query: string) => {
      const {body} = await get(animation, query, {accept: 'image/avif,image/webp'})
      const {pages, width, pageHeight, height} = await sharp(body ?? Buffer.alloc(0)).metadata()
      return {pages: pages ?? 1, width, height: pageHeight ?? height}
    }
    expect(await pagesOf('w=10')).toEqual({pages: 2, width: 10, height: 5})
    expect(await pagesOf('w=6&h=6&fit=crop')).toEqual({pages: 2, width: 6, height: 6})
    expect(await pagesOf('w=10&auto=format')).toEqual({pages: 2, width: 10, height: 5})
    expect(await pagesOf('w=10&frame=1')).toEqual({pages: 1, width: 10, height: 5})
  })

  test('a drawing is served as it is, safely, and becomes pixels where a format is asked for', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><script>alert(1)</script><path fill="#00f" d="M20 0h20v20H20z"/></svg>',
    )
    const drawing = await upload(svg)
    for (const query of ['', 'w=80&auto=format', 'rect=0,0,10,10']) {
      const response = await get(drawing, query, {accept: 'image/webp'})
      expect(response.body).toEqual(svg)
      expect(response.headers).toMatchObject({
        'Content-Type': 'image/svg+xml',
        'Content-Security-Policy': expect.stringContaining("sandbox; default-src 'none'"),
      })
    }
    const drawn = await pixels(await get(drawing, 'fm=png&w=80'))
    expect(drawn).toMatchObject({width: 80, height: 40, format: 'png'})
    // Rendered at that size, not enlarged: the edge in the middle is sharp.
    expect([drawn.at(39.5 / 80, 0.5), drawn.at(40.5 / 80, 0.5)]).toEqual(['#00000000', '#0000ffff'])
    expect((await pixels(await get(drawing, 'fm=png&rect=20,0,20,20&w=40'))).at(0.1, 0.5)).toBe('#0000ffff')
  })
})

test('a drawing of great size is rendered within bounds', async () => {
  const drawing = await upload(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="6000" height="3000"><path d="M0 0h9v9z"/></svg>',
    ),
  )
  expect(await sizeOf(drawing, 'fm=png&rect=0,0,20,10&w=4000')).toBe('4000x2000')
})
