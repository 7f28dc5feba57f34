import {useMemo, useRef, useState} from 'react'
import {useClient, useCurrentUser} from 'sanity'
import {renameNewSchool} from '#lib/register/compare.ts'
import {planImport} from '#lib/register/plan.ts'
import {countsInWords} from '#lib/register/summary.ts'
import {asTickedBefore, type Ticked, tickedAtFirst} from '#lib/register/ticked.ts'
import type {Trust} from '#lib/register/trusts.ts'
import {fetchLatest} from '#sanity/register/import-records.ts'
import {type RegisterLake, registerLake} from '#sanity/register/lake.ts'
import {type PreparedImport, prepareImport, type Reading, readFiles} from '#sanity/register/prepare-import.ts'
import {problemInWords} from '#sanity/register/problem-in-words.ts'
import {writeImport} from '#sanity/register/write-import.ts'
import {type ChosenFiles, tellFiles} from './chosen-files.ts'

/** How far staff have come. */
export type ImportState =
  | {step: 'choose'; message: Message | null}
  | {step: 'reading'; done: number; total: number}
  | {step: 'trust'; files: ChosenFiles; reading: Reading; problem: string | null}
  | {step: 'doubt'; doubt: string; review: Review}
  | Review
  | {step: 'comparing'}
  | {step: 'writing'; schools: number}
  | {step: 'done'; id: string; counts: string}

/** What became of the last attempt; null before the first one. */
export type Message = {tone: 'positive' | 'critical'; words: string} | {tone: 'none'}

export type Review = {
  step: 'review'
  files: ChosenFiles
  reading: Reading
  prepared: PreparedImport
  ticked: Ticked
  problem: string | null
}

const apiVersion = '2025-02-19'

/** Content Lake as the person sees it who is signed in, and what colleagues know the person by. */
export function useRegisterLake(): {lake: RegisterLake; by: string} {
  const client = useClient({apiVersion})
  const user = useCurrentUser()
  const lake = useMemo(() => registerLake(client), [client])
  return {lake, by: user?.name || user?.email || 'Somebody'}
}

/** An import from the choice of files to what was written. */
export function useImport() {
  const {lake, by} = useRegisterLake()
  const [state, setState] = useState<ImportState>({step: 'choose', message: null})
  // What an earlier attempt still reads is nobody's concern any more.
  const attempt = useRef(0)

  /** @param otherwise - where staff are when it fails: with all that they have chosen, they try again from there */
  async function attemptTo(
    work: (show: (next: ImportState) => void) => Promise<void>,
    otherwise: (problem: string) => ImportState = chooseAgain,
  ): Promise<void> {
    attempt.current += 1
    const own = attempt.current
    const show = (next: ImportState) => {
      if (attempt.current === own) setState(next)
    }
    try {
      await work(show)
    } catch (error) {
      show(otherwise(problemInWords(error)))
    }
  }

  async function read(files: ChosenFiles, uid: string | null, show: (next: ImportState) => void) {
    show({step: 'reading', done: 0, total: files.register.size})
    return readFiles(lake, files, uid, (done, total) => show({step: 'reading', done, total}))
  }

  async function review(files: ChosenFiles, reading: Reading, trust: Trust): Promise<Review> {
    const prepared = await prepareImport(lake, reading, trust)
    return {
      step: 'review',
      files,
      reading,
      prepared,
      ticked: tickedAtFirst(prepared.comparison),
      problem: null,
    }
  }

  return {
    state,
    lake,
    by,
    /** Reads the files, and goes on to the list at once when it is known whose schools are meant. */
    chooseFiles: (chosen: readonly File[]) =>
      attemptTo(async (show) => {
        const files = await tellFiles(chosen)
        const usual = (await fetchLatest(lake))?.trust.uid ?? null
        const reading = await read(files, usual, show)
        const trust = reading.register.trusts.find(({uid}) => uid === usual)
        show(trust ? orDoubt(await review(files, reading, trust)) : askForTrust(files, reading))
      }),
    /** Reads once more when the rows of this trust were not kept. */
    chooseTrust: (files: ChosenFiles, reading: Reading, trust: Trust) =>
      attemptTo(
        async (show) => {
          const kept = reading.keptTrust === trust.uid ? reading : await read(files, trust.uid, show)
          show(orDoubt(await review(files, kept, trust)))
        },
        (problem) => askForTrust(files, reading, problem),
      ),
    changeTrust: ({files, reading}: Review) => setState(askForTrust(files, reading)),
    /** Goes on with a trust that has none of the site’s schools. */
    insistOnTrust: (current: Review) => setState(current),
    tick: (current: Review, ticked: Ticked) => setState({...current, ticked}),
    rename: (current: Review, urn: string, name: string) =>
      setState({
        ...current,
        prepared: {
          ...current.prepared,
          comparison: renameNewSchool(current.prepared.comparison, urn, name),
        },
      }),
    apply: (current: Review) =>
      attemptTo(
        async (show) => {
          const {trust, takenOn, fileName, latest, comparison} = current.prepared
          const plan = planImport(comparison, current.ticked, takenOn)
          show({step: 'writing', schools: current.ticked.size})
          const about = {trust: {uid: trust.uid, name: trust.name}, fileName, takenOn, by, latest}
          const id = await writeImport({lake, plan, ...about})
          show({step: 'done', id, counts: countsInWords(plan.counts)})
        },
        (problem) => ({...current, problem}),
      ),
    /** Compares again with the site as it is now, without reading the files again. What was ticked stays. */
    compareAgain: (current: Review) =>
      attemptTo(
        async (show) => {
          show({step: 'comparing'})
          const {files, reading, prepared, ticked} = current
          const next = await review(files, reading, prepared.trust)
          const kept = asTickedBefore(next.prepared.comparison, {comparison: prepared.comparison, ticked})
          show({
            ...next,
            prepared: {...next.prepared, comparison: kept.comparison},
            ticked: kept.ticked,
          })
        },
        (problem) => ({...current, problem}),
      ),
    /** Back to the choice of files, with what there is to say. */
    startAgain: (words?: string) => {
      attempt.current += 1
      setState({step: 'choose', message: words === undefined ? {tone: 'none'} : {tone: 'positive', words}})
    },
  }
}

function chooseAgain(words: string): ImportState {
  return {step: 'choose', message: {tone: 'critical', words}}
}

function askForTrust(files: ChosenFiles, reading: Reading, problem: string | null = null): ImportState {
  return {step: 'trust', files, reading, problem}
}

/** The list, or the question whether it is of the right trust. */
function orDoubt(review: Review): ImportState {
  const doubt = review.prepared.comparison.otherTrust
  return doubt === null ? review : {step: 'doubt', doubt, review}
}

export type SchoolImport = ReturnType<typeof useImport>
