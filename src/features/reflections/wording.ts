/** Words that may point at one person: their author is asked about them once more, text by text, and decides. */

import { checkText, type Finding, type Known, OTHER_WORDS } from '../../lib/name_check.ts'
import type { Complaints } from '../../lib/problem.ts'

/** A text of a form, by the name of its field. */
export interface Passage {
  name: string
  words: string
}

/** By form name: the texts whose author has seen what was found and decided. */
export type Settled = ReadonlySet<string>

const ASKED_AS = 'wording_'

/** The field in which the author decides about a text. */
export function wordingName(name: string): string {
  return ASKED_AS + name
}

/** One complaint for each text in which something is found and not yet decided; the page then asks. */
export function wordingComplaints(passages: readonly Passage[], settled: Settled, known: Known): Complaints {
  const open = passages
    .filter(({ name, words }) => words !== '' && !settled.has(name))
    .map(({ name, words }) => ({ name, findings: checkText(words, known) }))
    .filter(({ findings }) => findings.length > 0)

  return Object.fromEntries(open.map(({ name, findings }) => [wordingName(name), findings.map(whyMarked).join(' ')]))
}

/** Everything else is right: only words are left to decide about. */
export function isAboutWording(complaints: Complaints): boolean {
  const names = Object.keys(complaints)

  return names.length > 0 && names.every((name) => name.startsWith(ASKED_AS))
}

/** "“Sarah”: this looks like somebody’s name." */
export function whyMarked({ words, kind }: Finding): string {
  const { why } = OTHER_WORDS[kind]

  return `“${words}”: ${why.charAt(0).toLowerCase()}${why.slice(1)}`
}

/** The text in pieces, so that what was found can be marked where it stands. */
export function piecesOf(text: string, findings: readonly Finding[]): { words: string; found: boolean }[] {
  const cuts = [0, ...findings.flatMap(({ from, to }) => [from, to]), text.length]

  return cuts
    .slice(1)
    .map((to, i) => ({ words: text.slice(cuts[i], to), found: i % 2 === 1 }))
    .filter(({ words }) => words !== '')
}
