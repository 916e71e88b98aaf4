/** A scenario is the errand a leader runs as a customer. Its words are kept in versions: an assignment keeps those it was given. */

import type { Complaints } from '../../lib/problem.ts'
import { namesIn } from '../../lib/written_out.ts'
import type { Channel } from '../touchpoints/touchpoint.ts'

export const PURPOSES = ['buy', 'ask', 'went_wrong', 'complain'] as const
export type Purpose = (typeof PURPOSES)[number]

export const PURPOSE_NAMES: Readonly<Record<Purpose, string>> = {
  buy: 'Buy',
  ask: 'Ask',
  went_wrong: 'Something went wrong',
  complain: 'Complain',
}

/** What a lead writes; each change of it makes a new version. */
export interface ScenarioWords {
  /** The errand in one sentence, the headline of the briefing. */
  errand: string
  coverStory: string
  openingLine: string
  ifAsked: string
  never: string
  afterwards: string
  /** A test customer's name, address, account: for leads and the assigned leader only. */
  details: readonly Detail[]
}

export interface Detail {
  label: string
  value: string
}

/** One of the starter scenarios, to copy and adapt. */
export interface LibraryScenario extends Omit<ScenarioWords, 'details'> {
  key: string
  title: string
  purpose: Purpose
  channels: readonly Channel[]
  /** What the lead has to prepare, because the errand needs a customer the company knows. */
  prepare: readonly string[]
}

/** The rotation shows a title in one narrow line. */
export const LONGEST_TITLE = 21
const LONGEST_ERRAND = 120
export const LONGEST_TEXT = 1200
export const MOST_DETAILS = 10
const LONGEST_LABEL = 40
const LONGEST_VALUE = 200

/** Field by field, what keeps a scenario from being given to a leader; empty when it may be. */
export function scenarioComplaints(title: string, words: ScenarioWords): Complaints {
  const texts = Object.entries(WHEN_MISSING) as [keyof typeof WHEN_MISSING, string][]

  return Object.fromEntries(
    [
      ['title', titleComplaint(title)],
      ...texts.map(([part, missing]) => [
        part,
        textComplaint(words[part], part === 'errand' ? LONGEST_ERRAND : LONGEST_TEXT, missing),
      ]),
      ['details', detailsComplaint(words.details)],
    ].filter(([, complaint]) => complaint),
  )
}

const WHEN_MISSING = {
  errand: 'Say the errand in one sentence.',
  coverStory: 'Tell the leader who they are and what has happened.',
  openingLine: 'Give the first sentence the leader says or writes.',
  ifAsked: 'Say what the leader answers when they are asked questions.',
  never: 'Say what the leader must never do on this errand.',
  afterwards: 'Say what is to be cancelled, paid or closed afterwards, or that there is nothing.',
} as const

/** The pairs in what was typed: the nth label belongs to the nth value. */
export function detailsIn(typed: Record<string, string | string[] | undefined>): Detail[] {
  const labels = [typed.detailLabel ?? []].flat()
  const values = [typed.detailValue ?? []].flat()

  return Array.from({ length: Math.max(labels.length, values.length) }, (_, i) => ({
    label: labels[i] ?? '',
    value: values[i] ?? '',
  }))
}

/** Pairs as they were typed, without the empty rows. */
export function keptDetails(typed: readonly Detail[]): Detail[] {
  return typed
    .map(({ label, value }) => ({ label: label.trim(), value: value.trim() }))
    .filter(({ label, value }) => label !== '' || value !== '')
}

/** The story speaks of prepared details and there are none: the leader would have nothing to say. */
export function lacksDetails(words: ScenarioWords): boolean {
  const { coverStory, openingLine, ifAsked, details } = words

  return details.length === 0 && /\bprepared\b/i.test([coverStory, openingLine, ifAsked].join(' '))
}

/** Which parts of the words differ, named as the pages name them. */
export function changedParts(before: ScenarioWords, after: ScenarioWords): string[] {
  return namesIn(PART_NAMES)
    .filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
    .map((part) => PART_NAMES[part])
}

export const PART_NAMES: Readonly<Record<keyof ScenarioWords, string>> = {
  errand: 'Errand',
  coverStory: 'Cover story',
  openingLine: 'Opening line',
  ifAsked: 'What to say if asked',
  never: 'What never to do',
  afterwards: 'What to do afterwards',
  details: 'Prepared details',
}

function titleComplaint(title: string): string | null {
  if (title === '') return 'Give the scenario a title.'
  if (lettersOf(title) > LONGEST_TITLE)
    return `Keep the title to ${LONGEST_TITLE} letters, so that it fits the rotation.`

  return null
}

function textComplaint(text: string, longest: number, missing: string): string | null {
  if (text.trim() === '') return missing

  return lettersOf(text) > longest ? `This is too long. Use at most ${longest} letters.` : null
}

function detailsComplaint(details: readonly Detail[]): string | null {
  if (details.length > MOST_DETAILS) return `Prepare at most ${MOST_DETAILS} details.`
  const half = details.find(({ label, value }) => label === '' || value === '')
  if (half) return `“${half.label || half.value}” stands alone: each detail needs what it is and what to say.`
  const long = details.find(({ label, value }) => lettersOf(label) > LONGEST_LABEL || lettersOf(value) > LONGEST_VALUE)

  return long ? `“${long.label.slice(0, LONGEST_LABEL)}” is too long.` : null
}

/** Letters as a reader counts them: an accent or an emoji is not two. */
function lettersOf(text: string): number {
  return [...new Intl.Segmenter('en').segment(text)].length
}
