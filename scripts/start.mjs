import {runProjectScript} from './install.mjs'

await runProjectScript('launch/start.ts', process.argv.slice(2))
