/** Something that stops the start, in words that name it and the remedy. Shown alone, without a stack. */
export class LaunchProblem extends Error {}
