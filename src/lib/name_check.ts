/**
 * Marks what in a text may point at one person: names, phone numbers, e-mail addresses, account numbers, and the prepared
 * details of a test customer. It explains and offers other words; the author decides (PRODUCT.md §3). Measured for English.
 */
import { guessLanguage, type Language } from './language.ts'
import { findNumbers, type NumberFinding, type Span } from './numbers_check.ts'
import { findNames } from './person_names.ts'

export interface Finding extends Span {
  kind: NumberFinding['kind'] | 'name' | 'prepared'
  /** The words as they stand. */
  words: string
}

export interface Known {
  /** The company's leaders and touchpoints, and the company itself: none of them is an agent. */
  names: readonly string[]
  /** Values of the prepared details of this assignment's scenario. */
  prepared: readonly string[]
}

/** Languages in which precision and recall were measured. */
const MEASURED: readonly Language[] = ['en']

/** Only where this is so, finding nothing means something. */
export function isMeasured(language: Language | null): boolean {
  return language !== null && MEASURED.includes(language)
}

/** Clearly in a language the check was not measured for: there it would take every noun for a name. */
export function isUnmeasured(text: string): boolean {
  const language = guessLanguage(text)

  return language !== null && !isMeasured(language)
}

export const OTHER_WORDS: Readonly<Record<Finding['kind'], { why: string; instead: string }>> = {
  name: { why: 'This looks like somebody’s name.', instead: 'the person I spoke with' },
  handle: { why: 'This looks like somebody’s name on a network.', instead: 'their account' },
  phone: { why: 'This looks like a phone number.', instead: 'a phone number' },
  email: { why: 'This looks like an e-mail address.', instead: 'an e-mail address' },
  account: { why: 'This looks like an account or case number.', instead: 'my reference' },
  staff: { why: 'This looks like the number of somebody who works there.', instead: 'a number' },
  prepared: { why: 'This is a prepared detail of the test customer.', instead: 'my details' },
}

/** Every finding in the order of the text. */
export function checkText(text: string, known: Known = { names: [], prepared: [] }): Finding[] {
  const prepared = known.prepared
    .filter((detail) => detail.trim().length >= 3)
    .flatMap((detail) => spansOf(text, detail))
  const spans: Omit<Finding, 'words'>[] = prepared.map((span) => ({ ...span, kind: 'prepared' }))
  const add = (span: Omit<Finding, 'words'>, free: readonly Span[] = []) => {
    if (![...spans, ...free].some((other) => span.from < other.to && other.from < span.to)) spans.push(span)
  }
  const own = known.names.map((name) => `@${name.toLowerCase().replace(/[^\p{L}\d]/gu, '')}`)
  for (const number of findNumbers(text))
    if (!own.includes(text.slice(number.from, number.to).toLowerCase())) add(number)
  const found = findNames(text)
  const company = found.length === 0 ? [] : known.names.flatMap((name) => spansOfName(text, name))
  for (const name of found) add({ ...name, kind: 'name' }, company)

  return spans.sort((a, b) => a.from - b.from).map((span) => ({ ...span, words: text.slice(span.from, span.to) }))
}

/** The whole of it, and each of its words alone. */
function spansOfName(text: string, name: string): Span[] {
  return [name, ...name.split(/\s+/)].flatMap((words) => spansOf(text, words))
}

function spansOf(text: string, words: string): Span[] {
  const wanted = words.trim()
  if (wanted.length < 2) return []
  const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

  return [...text.matchAll(new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])`, 'giu'))].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }))
}
