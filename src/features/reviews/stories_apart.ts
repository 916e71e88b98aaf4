/**
 * Stories in what is signed. Each stands there as a fingerprint of its own, of a salt and its words, which are kept apart: words that
 * have to be masked later are gone for everyone, and what was signed does not change by a byte.
 */
import type { Block, Report } from '../../platform/files/report.ts'

export interface Story {
  reflectionId: string
  words: string
  /** Unguessable, so that nobody finds words by trying; empty once they were masked. */
  salt: string
}

const SEAL = 'sha256:'

/** What the fingerprint of a story is of. */
export function sealedText({ salt, words }: Pick<Story, 'salt' | 'words'>): string {
  return `${salt}\n${words}`
}

/** With a fingerprint in place of each story's words; `fingerprints` in the order of the stories. */
export function withStoriesSealed(report: Report, fingerprints: readonly string[]): Report {
  return withStories(report, (words, at) => (fingerprints[at] === undefined ? words : `${SEAL}${fingerprints[at]}`))
}

/** With the stories as they may be read today, and a word about those that were masked since it was signed. */
export function withStoriesOpen(report: Report, stories: readonly Story[]): Report {
  const open = withStories(report, (words, at) => stories[at]?.words ?? words)
  const masked = stories.filter(({ salt }) => salt === '').length
  if (masked === 0 || report.draft) return open

  return { ...open, sections: open.sections.map((section) => ({ ...section, blocks: section.blocks.flatMap(noted) })) }
}

/** The fingerprints as they stand in what was signed. */
export function fingerprintsIn(report: Report): string[] {
  const found: string[] = []
  withStories(report, (words) => {
    if (words.startsWith(SEAL)) found.push(words.slice(SEAL.length))
    return words
  })

  return found
}

function noted(block: Block): Block[] {
  return block.kind === 'quotes' ? [block, { kind: 'paragraphs', voice: 'quiet', texts: [MASKED_SINCE] }] : [block]
}

const MASKED_SINCE =
  'Words in these stories were masked after this was signed; a mark stands in their place. What was signed, and its fingerprint, are as they were.'

function withStories(report: Report, said: (words: string, at: number) => string): Report {
  let at = 0
  const told = (block: Block): Block =>
    block.kind === 'quotes'
      ? { ...block, quotes: block.quotes.map((quote) => ({ ...quote, words: said(quote.words, at++) })) }
      : block

  return { ...report, sections: report.sections.map((section) => ({ ...section, blocks: section.blocks.map(told) })) }
}
