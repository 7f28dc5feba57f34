/**
 * The command line that runs Node with no more rights than the files give. Root may write to any of them, so when the
 * tests are run by root, Debian’s setpriv takes that away.
 */
export function withOrdinaryRights(args: string[]): {command: string; args: string[]} {
  if (process.getuid?.() !== 0) return {command: process.execPath, args}
  return {
    command: 'setpriv',
    args: ['--bounding-set=-dac_override,-dac_read_search', '--', process.execPath, ...args],
  }
}
