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
    trace: 'off',
    launchOptions: {
      executablePath: chromiumPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
