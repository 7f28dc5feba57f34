/** What keeps a file of the register from being imported, in words for staff that name it and the remedy. */
export class RegisterProblem extends Error {}
