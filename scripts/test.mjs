import {runProjectScript} from './install.mjs'

await runProjectScript('test.ts', process.argv.slice(2))
