import '@testing-library/jest-dom'
import {setImmediate} from 'node:timers'

// jsdom leaves it out, and Sanity's HTTP client needs it.
globalThis.setImmediate = setImmediate

// As on a terminal: what only tells of the usual is left out.
process.env.LOG_LEVEL ??= 'warn'
