import latin from '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2' with {
  turbopackModuleType: 'asset',
}
import {preload} from 'react-dom'

/**
 * Has the browser fetch the letters of English beside the style sheet that names them, not after it. Called while a
 * page is made; the page's `Link` header then says so.
 */
export function preloadFont(): void {
  preload(latin, {as: 'font', type: 'font/woff2', crossOrigin: 'anonymous'})
}
