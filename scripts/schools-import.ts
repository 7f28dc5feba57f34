/** `npm run schools:import -- file.csv --trust 1234` */
import {userInfo} from 'node:os'
import {parseArgs} from 'node:util'
import type {RegisterFile} from '#lib/register/file.ts'
import {planImport} from '#lib/register/plan.ts'
import {RegisterProblem} from '#lib/register/problem.ts'
import {countsInWords} from '#lib/register/summary.ts'
import {encodingOf} from '#lib/register/text.ts'
import {type Ticked, tickedAtFirst, tickedByUrn} from '#lib/register/ticked.ts'
import {theTrust} from '#lib/register/trusts.ts'
import {fetchLatest} from '#sanity/register/import-records.ts'
import {type RegisterLake, registerLake} from '#sanity/register/lake.ts'
import {type PreparedImport, prepareImport, readFiles} from '#sanity/register/prepare-import.ts'
import {problemInWords} from '#sanity/register/problem-in-words.ts'
import {undoImport} from '#sanity/register/undo-import.ts'
import {writeImport} from '#sanity/register/write-import.ts'
import {createProgressLine, runCommand, UsageError} from './content/command.ts'
import {commandVariables, contentTarget} from './content/target.ts'
import {openRegisterFile} from './register/open-file.ts'
import {asJson, asText} from './register/print.ts'

const usage = `Brings the facts of the Trust’s schools from the register, Get Information about Schools, into the site.

  npm run schools:import -- edubasealldata20261127.csv --trust 1234    shows what would change, and writes nothing
  … --trust "Name of the Trust"     by its name; left out: the trust of the last import
  … --links links_edubasealldata.csv    keeps a school that converted one school; also for the file of groups,
                                    which has the days on which schools joined. May be given twice.
  … --apply                         writes what is ticked [x]
  … --only 123456,123457            writes these schools alone, ticked or not
  … --json                          prints for programs
  … --port 4000                     for a site that runs on another port
  npm run schools:import -- --undo <import>                takes an import back
  npm run schools:import -- --undo <import> --leave-changed    also when some of its schools were edited since,
                                    which stay as they are

With SANITY_PROJECT_ID, SANITY_DATASET and SANITY_API_WRITE_TOKEN set: into that hosted dataset.`

const by = `${userInfo().username}, on the command line`

await runCommand(usage, async () => {
  const {positionals, values} = readArguments()
  if (values.help) {
    console.log(usage)
    return
  }
  if (values.undo !== undefined) {
    await undo(await lakeOf(values.port), values.undo, values['leave-changed'] ?? false)
    return
  }
  const [location, ...more] = positionals
  if (location === undefined || more.length > 0) throw new UsageError('Give one file of the register.')
  const register = await openRegisterFile(location)
  const companions = await Promise.all((values.links ?? []).map(openRegisterFile))
  // What is no such file at all is told before anybody asks whether the site runs.
  await encodingOf(register)
  const lake = await lakeOf(values.port)
  const prepared = await prepare(lake, {register, companions}, {trust: values.trust, quiet: values.json})
  const ticked = tickedOf(prepared, values.only?.split(','))
  if (!values.json) console.log(asText(prepared, ticked))
  if (values.apply && values.only === undefined) requireOwnTrust(prepared)
  const written = values.apply ? await apply(lake, prepared, ticked) : null
  if (values.json) console.log(JSON.stringify({...asJson(prepared, ticked), written}, null, 2))
  else
    console.log(
      `\n${written === null ? 'Nothing was written. Add --apply to write what is ticked.' : inWords(written)}`,
    )
})

async function lakeOf(port: string | undefined): Promise<RegisterLake> {
  const {client} = await contentTarget(commandVariables(port))
  const lake = registerLake(client)
  return {
    ...lake,
    fetch: (query, params) =>
      lake.fetch(query, params).catch((error: unknown) => {
        throw new RegisterProblem(problemInWords(error))
      }),
  }
}

type Files = {register: RegisterFile; companions: RegisterFile[]}

/** Reads once when the Group UID is given, which is a number; for a name the trusts have to be known first. */
async function prepare(
  lake: RegisterLake,
  files: Files,
  {trust, quiet}: {trust: string | undefined; quiet: boolean | undefined},
): Promise<PreparedImport> {
  const asked = trust ?? (await fetchLatest(lake))?.trust.uid
  if (asked === undefined) throw new UsageError('Say which trust: --trust, with its Group UID or name.')
  const progress = createProgressLine()
  const read = (uid: string | null) =>
    readFiles(lake, files, uid, (done, total) => {
      if (!quiet) progress.show(`Reading ${megabytes(done)} of ${megabytes(total)} MB`)
    }).finally(() => {
      if (!quiet) progress.end()
    })
  const first = await read(/^\d+$/.test(asked) ? asked : null)
  const found = theTrust(first.register.trusts, asked)
  return prepareImport(lake, first.keptTrust === found.uid ? first : await read(found.uid), found)
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000)
}

function tickedOf({comparison}: PreparedImport, only: string[] | undefined): Ticked {
  if (only === undefined) return tickedAtFirst(comparison)
  const urns = only.map((urn) => urn.trim())
  const unknown = urns.filter((urn) => !comparison.entries.some((entry) => entry.urn === urn))
  if (unknown.length > 0)
    throw new RegisterProblem(`${unknown.join(', ')}: no such school is in the list. Nothing was written.`)
  return tickedByUrn(comparison, urns)
}

/** What is ticked is written without another look, so that the trust has to be the right one. */
function requireOwnTrust({comparison: {otherTrust}}: PreparedImport): void {
  if (otherTrust === null) return
  throw new RegisterProblem(
    `${otherTrust} Nothing was written. If it is yours, name the schools that you want, such as --only 123456,123457.`,
  )
}

type Written = {import: string | null; counts: string}

/** Nothing to write is what a second run finds, and no mistake. */
async function apply(lake: RegisterLake, prepared: PreparedImport, ticked: Ticked): Promise<Written> {
  const {comparison, takenOn, trust, fileName, latest} = prepared
  const plan = planImport(comparison, ticked, takenOn)
  const counts = countsInWords(plan.counts)
  if (plan.mutations.length === 0) return {import: null, counts}
  const about = {trust: {uid: trust.uid, name: trust.name}, fileName, takenOn, by, latest}
  return {import: await writeImport({lake, plan, ...about}), counts}
}

function inWords({import: id, counts}: Written): string {
  if (id === null) return 'There was nothing to write.'
  return `Imported: ${counts}.\nTo undo it: npm run schools:import -- --undo ${id}`
}

async function undo(lake: RegisterLake, id: string, leaveChanged: boolean): Promise<void> {
  const {undone, changedSince} = await undoImport({lake, id, by, at: new Date().toISOString(), leaveChanged})
  const left = changedSince.length === 0 ? '' : `\nLeft as edited since: ${changedSince.join(', ')}.`
  console.log(`Put back: ${undone.join(', ')}.${left}`)
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        trust: {type: 'string'},
        links: {type: 'string', multiple: true},
        apply: {type: 'boolean'},
        only: {type: 'string'},
        undo: {type: 'string'},
        'leave-changed': {type: 'boolean'},
        json: {type: 'boolean'},
        port: {type: 'string', short: 'p'},
        help: {type: 'boolean', short: 'h'},
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
