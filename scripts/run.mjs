/** `node scripts/run.mjs typegen.ts …`: a script of this folder, on a machine where nothing may be installed yet. */
import {runProjectScript} from './install.mjs'

const [script, ...args] = process.argv.slice(2)
await runProjectScript(script, args)
