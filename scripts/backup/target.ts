import {existsSync} from 'node:fs'
import {parseEnvironment, type Variables} from '#lib/env.ts'
import {readSecrets} from '#sanity/lake/access/secrets.ts'
import {ContentProblem} from '../content/problem.ts'
import {dataFolderOf} from '../content/target.ts'

export type LocalInstallation = {dataFolder: string; lakeUrl: string; writeToken: string}

/**
 * The data of this installation.
 * @param options - `isNew` when the folder need not be there yet; nothing is read from it then
 * @throws ContentProblem with a hosted project, whose content Sanity keeps, and where there is nothing yet
 */
export function localInstallation(variables: Variables, {isNew = false} = {}): LocalInstallation {
  const environment = parseEnvironment(variables, {readToken: false})
  const {source} = environment
  if (source.kind === 'hosted')
    throw new ContentProblem(
      'Backups are of an installation with the embedded Content Lake. Sanity keeps the content of a hosted project: ' +
        'npm run content:export writes it into an archive. Keep SIGN_OFF_KEY and sign-off-memory.json of DATA_FOLDER yourself.',
    )
  const dataFolder = dataFolderOf(environment)
  if (isNew) return {dataFolder, lakeUrl: source.lakeUrl, writeToken: ''}
  if (!existsSync(dataFolder))
    throw new ContentProblem(`${dataFolder} does not exist: start the site once with "npm start".`)
  return {dataFolder, lakeUrl: source.lakeUrl, writeToken: readSecrets(dataFolder).writeToken}
}
