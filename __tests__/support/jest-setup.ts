import '@testing-library/jest-dom'
import {setImmediate} from 'node:timers'

// jsdom leaves it out, and Sanity's HTTP client needs it.
globalThis.setImmediate = setImmediate
