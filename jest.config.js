import nextJest from 'next/jest.js'

/** Packages that publish ES modules only, so that Jest has to transform them. */
const esModules = [
  'next-sanity',
  '@sanity',
  '@portabletext',
  '@vercel/stega',
  'groq',
  'groq-js',
  'get-it',
  'nanoid',
  'eventsource',
  'eventsource-parser',
  'mendoza',
  'obug',
  'uuid',
  'react-is',
]

/** @type {import('jest').Config} */
const config = {
  testEnvironment: 'node',
  // Many tests start processes, and a busy machine is no fault of theirs.
  testTimeout: 30_000,
  // Every core, one of which Jest would leave idle: much of a test's time is waiting for what it started.
  maxWorkers: '100%',
  testEnvironmentOptions: {customExportConditions: ['node', 'node-addons']},
  setupFilesAfterEnv: ['<rootDir>/__tests__/support/jest-setup.ts'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/.next/', '/__tests__/browser/', '/sanity/studio/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/.next/', '<rootDir>/.data/', '<rootDir>/.test-trees/'],
}

export default async () => {
  const made = await nextJest({dir: './'})(config)()
  // nextJest puts patterns of its own first, which would leave these packages untransformed.
  made.transformIgnorePatterns = [`/node_modules/(?!(${esModules.join('|')})/)`, '^.+\\.module\\.css$']
  return made
}
