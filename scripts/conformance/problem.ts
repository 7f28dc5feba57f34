import {ContentProblem} from '../content/problem.ts'

/** Why a suite cannot run, in words for the person who started it. */
export class ConformanceProblem extends ContentProblem {}
