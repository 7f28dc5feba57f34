import type {Picture} from './picture.ts'

/** The pictures of the README, of which the handbook shows the second one, too. */
export const readmePictures: readonly Picture[] = [
  {
    file: 'working-with-us.webp',
    // High enough to show how the page goes on below its first words.
    height: 1500,
    show: async (page) => {
      await page.goto('/working-with-us', {waitUntil: 'networkidle'})
    },
  },
  {
    file: 'studio.webp',
    show: async (page) => {
      await page.goto('/studio/presentation?preview=/working-with-us')
      const site = page.frameLocator('iframe').first()
      await site.getByRole('heading', {level: 1}).waitFor({timeout: 60_000})
      await page.getByTestId('field-sections').waitFor({timeout: 60_000})
    },
  },
]
