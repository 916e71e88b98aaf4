/** The quarterly review (PRODUCT.md §6): draft → submitted → signed, and then it never changes. */

import { Problem, refuseIfAny } from '../../lib/problem.ts'
import { namesIn } from '../../lib/written_out.ts'

/** What stands between the summary and the method; a lead puts it in order. */
export const SECTIONS = {
  figures: 'Key figures',
  months: 'Month by month',
  pride: 'How it felt to watch',
  quadrant: 'Right and warm',
  expectation: 'Expectation beside experience',
  touchpoints: 'Touchpoints',
  standards: 'Standards against targets',
  stories: 'Stories',
  followups: 'Follow-ups and their re-tests',
  participation: 'Who took part',
} as const

export type SectionKey = keyof typeof SECTIONS

export const SECTION_KEYS = namesIn(SECTIONS)

export const LONGEST_SUMMARY = 20_000
export const LONGEST_DECISIONS = 20_000
export const LONGEST_COMMENT = 5_000
export const LONGEST_CORRECTION = 1_000
const MOST_STORIES = 20

export interface Reviewed {
  state: 'draft' | 'submitted' | 'signed'
  edition: number
}

/** Any order a form gives, completed: sections it does not name keep their place at the end. */
export function inOrder(places: ReadonlyMap<string, number>, before: readonly string[]): SectionKey[] {
  const known = [...new Set([...before, ...SECTION_KEYS])].filter(isSection)
  const placeOf = (key: SectionKey) => places.get(key) ?? known.indexOf(key) + 1

  return known.toSorted((a, b) => placeOf(a) - placeOf(b) || known.indexOf(a) - known.indexOf(b))
}

function isSection(key: string): key is SectionKey {
  return Object.hasOwn(SECTIONS, key)
}

/** How the form names the place of a section. */
export function placeField(key: string): string {
  return `place_${key}`
}

/** What people read while it waits is what is signed: it is changed as a draft only. */
export function refuseUnlessDraft({ state }: Reviewed): void {
  if (state === 'submitted')
    throw new Problem('conflict', 'This review waits for its signature. Take it back first to change it.')
  if (state === 'signed')
    throw new Problem(
      'conflict',
      'This review is signed and never changes. What is wrong with it goes into a new version.',
    )
}

export function refuseUnfit(review: { summary: string; decisions: string; stories: readonly string[] }): void {
  const complaints: Record<string, string> = {}
  if (review.summary.trim() === '') complaints.summary = 'Write the summary first: it stands above your name.'
  if (review.stories.length > MOST_STORIES) complaints.stories = `Choose at most ${MOST_STORIES} stories.`
  refuseIfAny(complaints)
}

/** One who did not draft it signs, and only what waits for it (PRODUCT.md §6). Two at once: the second is told. */
export function refuseUnlessSignable({ state }: Reviewed, isAuthor: boolean): void {
  if (state === 'signed') throw new Problem('conflict', 'This review was signed meanwhile. One signature is enough.')
  if (state === 'draft') throw new Problem('conflict', 'This review was taken back meanwhile and is a draft again.')
  if (isAuthor)
    throw new Problem('forbidden', 'You worked on this review. Somebody who did not draft it has to sign it.')
}

/** Only a signed review is corrected, and only its latest version. */
export function refuseUnlessCorrectable({ state, edition }: Reviewed, latest: number): void {
  if (state !== 'signed') throw new Problem('conflict', 'Only a signed review is corrected; this one can still change.')
  if (edition !== latest) throw new Problem('conflict', `Version ${latest} is there already. Correct that one.`)
}

/** One decision a line. */
export function decisionsIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
