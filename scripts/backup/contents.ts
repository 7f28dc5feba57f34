/** The format of a backup: another number when one of today's programs could not read it. */
export const backupFormat = 1

/** The list of a backup's files, which stands at its end. */
export const listName = 'backup.json'

export type ListedFile = {
  /** Below the data folder, with `/`. */
  name: string
  bytes: number
  sha256: string
}

export type BackupList = {format: number; madeAt: string; files: ListedFile[]}

/**
 * Of the files at the top of the data folder, those that belong to a backup. The sign-off memory goes first and the
 * datasets after it, so that the memory never knows of more than the record holds.
 */
export const singleFiles = [
  'sign-off-memory.json',
  'secrets.json',
  'content.json',
  'preferences.json',
] as const

/** As the lake names the originals; not what it is just writing, nor what it makes of them. */
const assetName = /^[\da-f]{40}(-\d+x\d+)?\.\w{1,20}$/

/** Whether a file in a folder of assets is an original that was written whole. */
export const isAssetName = (name: string) => assetName.test(name)

/**
 * Whether a name is one that a backup of ours holds: nothing else is unpacked, and nothing outside of the folder.
 * Not in it are letters (`outbox/`), earlier content (`backups/`), signed-in browsers, and what the lake makes anew.
 */
export function belongsToBackup(name: string): boolean {
  const [top = '', dataset = '', kind = '', asset = '', ...more] = name.split('/')
  if (more.length > 0) return false
  if (singleFiles.some((file) => file === name)) return true
  if (top === 'datasets') return /^[a-z\d][-_a-z\d]{0,63}\.sqlite$/.test(dataset) && kind === ''
  return (
    top === 'assets' &&
    /^[a-z\d][-_a-z\d]{0,63}$/.test(dataset) &&
    (kind === 'images' || kind === 'files') &&
    isAssetName(asset)
  )
}
