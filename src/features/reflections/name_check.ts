/**
 * Marks what in a text may point at one person: names, phone numbers, e-mail addresses, account numbers, and the prepared
 * details of a test customer. It explains and offers other words; the author decides (PRODUCT.md §3). Measured for English.
 */
import { knownName, plainName } from './given_names.ts'
import {
  BEGINNINGS,
  BESIDE,
  DID,
  NOT_NAMES,
  PARTICLE,
  PLACE_AFTER,
  SAID,
  SPOKE_TO,
  SPOKE_TO_SMALL,
  TITLE,
  WHO_IT_WAS,
} from './name_words.ts'
import { findNumbers, type NumberFinding, type Span } from './numbers_check.ts'

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

/** Languages in which precision and recall were measured; only there may a clean text release itself. */
export const MEASURED_LANGUAGES = ['en'] as const

export const OTHER_WORDS: Readonly<Record<Finding['kind'], { why: string; instead: string }>> = {
  name: { why: 'This looks like somebody’s name.', instead: 'the person I spoke with' },
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
  const company = known.names.flatMap((name) => [name, ...name.split(/\s+/)]).flatMap((name) => spansOf(text, name))
  const spans: Omit<Finding, 'words'>[] = prepared.map((span) => ({ ...span, kind: 'prepared' }))
  const add = (span: Omit<Finding, 'words'>, free: readonly Span[] = []) => {
    if (![...spans, ...free].some((other) => span.from < other.to && other.from < span.to)) spans.push(span)
  }
  for (const number of findNumbers(text)) add(number)
  for (const name of findNames(text)) add({ ...name, kind: 'name' }, company)

  return spans.sort((a, b) => a.from - b.from).map((span) => ({ ...span, words: text.slice(span.from, span.to) }))
}

/** How many characters around a word can tell whether it is a name. */
const NEAR = 80

interface Word extends Span {
  text: string
  capital: boolean
  /** First in its sentence or line, where a capital letter says nothing. */
  first: boolean
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:[-’'](?=\p{L})[\p{L}\p{M}]+)*/gu

function findNames(text: string): Span[] {
  const words = listWords(text)
  const spans: Span[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word
    if (!isName(word, words[i + 1], text)) continue
    const last = lastOfName(words, i, text)
    spans.push({
      from: word.from - titleBefore(word, text),
      to: (words[last] as Word).to - possessive((words[last] as Word).text),
    })
    i = last
  }

  return spans
}

function listWords(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
    capital: /^\p{Lu}/u.test(match[0]),
    first:
      /(?:^|[.!?…:\n•])["“”‘’'()\s–-]*$/.test(text.slice(Math.max(0, match.index - NEAR), match.index)) &&
      !/\b\p{Lu}\.\s$/u.test(text.slice(Math.max(0, match.index - NEAR), match.index)),
  }))
}

function isName(word: Word, next: Word | undefined, text: string): boolean {
  const before = text.slice(Math.max(0, word.from - NEAR), word.from)
  const after = text.slice(word.to, word.to + NEAR)
  const name = knownName(word.text)
  if (!word.capital) return isSmallName(word, name, before, after)
  if (isShouted(word) && name === null) return false
  if (TITLE.test(before)) return true
  if (PLACE_AFTER.test(after)) return false
  if (name === 'certain' || isInitial(word, next, after)) return true
  if (name === 'doubtful') return isDoubtfulName(word, next, before, after)

  return isUnknownName(word, before, after)
}

/** "spoke to sarah", "sarah from billing was lovely", and the "van" of "Mr van den Berg". */
function isSmallName(word: Word, name: ReturnType<typeof knownName>, before: string, after: string): boolean {
  if (PARTICLE.test(word.text)) return TITLE.test(before) && /^(?:\s\p{Ll}+)?\s\p{Lu}/u.test(after)

  return name === 'certain' && (SPOKE_TO_SMALL.test(before) || (word.first && DID.test(after)))
}

/** "Will said", "spoke to Grace", "Mark Hanlon": the words around tell. Months need somebody spoken to. */
function isDoubtfulName(word: Word, next: Word | undefined, before: string, after: string): boolean {
  if (SPOKE_TO.test(before)) return true
  if (NOT_NAMES.has(plainName(word.text))) return SAID.test(after)
  if (!word.first)
    return !/\b(?:in|of|on|at|the|a|an|my|our|your|no|some|any|next|last|this|by|to|from)\s+["“‘']?$/i.test(before)
  const surname =
    next?.capital &&
    /^\s$/.test(after.slice(0, 1)) &&
    after.slice(1).startsWith(next.text) &&
    !NOT_NAMES.has(plainName(next.text))

  return DID.test(after) || Boolean(surname)
}

function isUnknownName(word: Word, before: string, after: string): boolean {
  const plain = plainName(word.text)
  if (NOT_NAMES.has(plain) || word.text.length < 2) return false
  if (WHO_IT_WAS.test(before) || (BESIDE.test(before) && /^\s?[,)]/.test(after))) return true
  if (!word.first)
    return (
      SPOKE_TO.test(before) ||
      (/(?:^|[^\p{L}])\p{Lu}\.\s$/u.test(before) && SPOKE_TO.test(before.slice(0, -3))) ||
      SAID.test(after)
    )

  return (
    SAID.test(after) &&
    !BEGINNINGS.has(plain) &&
    !/(?:ing|ed|ly|tion|ment|ness|body|one|ers|ity|ance|ence|s)$/.test(plain)
  )
}

/** A surname follows: "Sarah Whitcombe", "Anne van der Berg". */
function lastOfName(words: readonly Word[], at: number, text: string): number {
  let last = at
  for (let i = at + 1; i < words.length; i++) {
    const word = words[i] as Word
    const between = text.slice((words[i - 1] as Word).to, word.from)
    const particle = PARTICLE.test(word.text)
    if (!/^(?:\s|\.\s)$/.test(between) || (between.startsWith('.') && (words[i - 1] as Word).text.length > 1)) break
    if (!particle && (!word.capital || NOT_NAMES.has(plainName(word.text)))) break
    if (!particle) last = i
  }

  return last
}

/** Herr, Mrs and Dr go with the name: other words stand for both. */
function titleBefore({ from }: Word, text: string): number {
  return TITLE.exec(text.slice(Math.max(0, from - NEAR), from))?.[0].length ?? 0
}

function possessive(word: string): number {
  return /[’']s$/.test(word) ? 2 : 0
}

/** "J. Hargreaves". */
function isInitial(word: Word, next: Word | undefined, after: string): boolean {
  return (
    word.text.length === 1 &&
    after.startsWith('. ') &&
    after.slice(2).startsWith(next?.text ?? ' ') &&
    next?.capital === true &&
    !/^(?:I|A)$/.test(word.text)
  )
}

/** Capitals throughout: an abbreviation or emphasis. */
function isShouted({ text }: Word): boolean {
  return text.length > 1 && text === text.toUpperCase()
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
