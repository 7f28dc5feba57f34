import {defineConfig, devices} from '@playwright/test'
import {chromiumPath} from './__tests__/browser/support/chromium.ts'
import {sitesUnderTest, siteUnderTest} from './__tests__/browser/support/sites-under-test.ts'

export default defineConfig({
  testDir: '__tests__/browser',
  outputDir: 'test-results',
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  workers: sitesUnderTest().length,
  timeout: 120_000,
  expect: {timeout: 30_000},
  reporter: [['list'], ['json', {outputFile: 'test-results/results.json'}]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: siteUnderTest().url,
    locale: 'en-GB',
    // The Studio's own movements cost a tenth of its time; those of the site are looked at in ways-of-seeing.
    contextOptions: {reducedMotion: 'reduce'},
    trace: 'off',
    launchOptions: {
      executablePath: chromiumPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        // What a machine without a graphics card would work out for one costs more than drawing without.
        '--disable-software-rasterizer',
        '--disable-gpu-rasterization',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
