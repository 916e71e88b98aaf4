/** What is signed: the report with who answers for it, as the text that is stored, shown, exported and hashed. */
import { dayInWords } from '../../lib/words.ts'
import type { Report, Section } from '../../platform/files/report.ts'
import { type Story, withStoriesOpen } from './stories_apart.ts'

export type { Report }

export interface Signed {
  by: string
  /** A day. */
  on: string
}

export interface Content {
  format: 'plainclothes-review'
  /** Moves when a reader of the JSON would have to change. */
  version: 1
  quarter: string
  edition: number
  number: number | null
  submitted: Signed
  signed: Signed | null
  report: Report
}

export function submittedContent(
  review: { quarter: string; edition: number },
  submitted: Signed,
  report: Report,
): Content {
  const [summary, ...rest] = report.sections
  const byline = `${submitted.by}, ${dayInWords(submitted.on, report.locale)}`
  const named: Section[] = summary
    ? [{ ...summary, blocks: [...summary.blocks, { kind: 'paragraphs', voice: 'quiet', texts: [byline] }] }]
    : []

  return {
    ...{ format: 'plainclothes-review', version: 1, quarter: review.quarter, edition: review.edition, number: null },
    ...{ submitted, signed: null },
    report: { ...report, sections: [...named, ...rest] },
  }
}

/** No draft any more: numbered, with both names. Nothing else of what it says differs from what was submitted. */
export function signedContent(content: Content, number: number, signed: Signed): Content {
  const { report, quarter, edition, submitted } = content
  const day = ({ on }: Signed) => dayInWords(on, report.locale)
  const sentences = [
    `Submitted by ${submitted.by} on ${day(submitted)}.`,
    `Signed off by ${signed.by} on ${day(signed)}.`,
    `Number ${number}, ${quarter}, version ${edition}.`,
  ]
  const signature: Section = { title: 'Signatures', blocks: [{ kind: 'signature', sentences }] }
  const facts = [
    ...report.facts,
    { label: 'Number', value: String(number) },
    { label: 'Signed off by', value: signed.by },
  ]

  return {
    ...content,
    number,
    signed,
    report: { ...report, draft: false, facts, sections: [...report.sections, signature] },
  }
}

export function writeContent(content: Content): string {
  return `${JSON.stringify(content, null, 2)}\n`
}

/** Our own writing back again: writeContent made it, and its fingerprint says that nobody else did. */
export function readContent(text: string): Content {
  return JSON.parse(text) as Content
}

/** As it is shown and exported: with the fingerprint of what was signed, which cannot stand within it. */
export function reportOf(text: string, fingerprint: string | null, stories: readonly Story[]): Report {
  const report = withStoriesOpen(readContent(text).report, stories)
  if (!fingerprint) return report

  return { ...report, facts: [...report.facts, { label: 'SHA-256 of the content', value: fingerprint }] }
}
