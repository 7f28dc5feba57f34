/** `npm run sign-off:key` */
import {makeSignOffKey} from '#lib/sign-off/keys.ts'

console.log(`SIGN_OFF_KEY=${makeSignOffKey()}`)
