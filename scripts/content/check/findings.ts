/** How bad it is: an error keeps a document from being published, a warning asks to look again, the rest is for information. */
export type Level = 'error' | 'warning' | 'info'

/**
 * Whether visitors meet what is wrong: not where the site holds it back, in a draft, or in a private document. Null
 * where it cannot be told, and for what is no error.
 */
export type Kept = 'held back' | 'draft' | 'private' | null

export type Finding = {
  level: Level
  /** What is wrong, and what to do. */
  message: string
  /** The field in the words of the form; empty for the document itself. */
  field: string
  /** The field as Sanity writes paths, such as `sections[_key=="a"].heading`; empty for the document itself. */
  path: string
  keptFromVisitors: Kept
}

export type CheckedDocument = {
  id: string
  type: string
  /** The type in the words of the Studio. */
  typeTitle: string
  title: string
  state: 'published' | 'draft'
  findings: Finding[]
}

/** What is wrong in a dataset: the documents with something to say about them, worst first. */
export type ContentReport = {
  /** Documents looked at; each version counts. */
  checked: number
  counts: Record<Level, number>
  documents: CheckedDocument[]
}

const levels: readonly Level[] = ['error', 'warning', 'info']

/** Worst first, and in the order of the document among the same. */
export function sortFindings(findings: Finding[]): Finding[] {
  return findings.toSorted((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level))
}

export function makeReport(documents: CheckedDocument[]): ContentReport {
  const counts = {error: 0, warning: 0, info: 0}
  for (const {level} of documents.flatMap(({findings}) => findings)) counts[level] += 1
  const worst = ({findings}: CheckedDocument) => Math.min(...findings.map(({level}) => levels.indexOf(level)))
  return {
    checked: documents.length,
    counts,
    documents: documents
      .filter(({findings}) => findings.length > 0)
      .map((document) => ({...document, findings: sortFindings(document.findings)}))
      .toSorted((one, other) => worst(one) - worst(other)),
  }
}
