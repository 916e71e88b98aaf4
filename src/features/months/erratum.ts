/**
 * What an erratum may say beside a number that stays. Never the right one: from the published number to it lie a few contacts, and
 * with both one could say what those few were (PRODUCT.md §4). So it says in words what went wrong, and of nobody by name.
 */
import { findSpelledShare } from '../../lib/number_words.ts'
import { monthInWords } from '../../lib/words.ts'
import { EVERY_MEASURE } from './every_measure.ts'

export interface Speaking {
  locale: string
  /** Everybody a contact could be of. */
  names: readonly string[]
}

/** Null: nothing speaks against it. It guards against slips: what leads mean to tell, no check can keep from them. */
export function erratumComplaint(words: string, { locale, names }: Speaking): string | null {
  if (words === '') return 'Say what is wrong with the number.'
  if (words.length > LONGEST) return 'Keep it under 1,000 characters.'
  const named = namingComplaint(words, { locale, names })
  if (named) return named
  const told = numberIn(withoutDays(words, locale))
  if (told) return `“${told}”: ${NO_NUMBER}`

  return null
}

/** The figures it is to: “Felt valued”, Billing line, April to June 2026. What is not named is all of it. */
export function erratumAbout({ measure, slice, span }: Record<'measure' | 'slice' | 'span', string>): string {
  const known = EVERY_MEASURE.find(({ key }) => key === measure)

  return [known ? `“${known.name}”` : '', slice, span].filter(Boolean).join(', ')
}

/** In a row of a CSV, which has columns for span and slice: "Erratum of 2026-07-20 to “Felt valued”: …". */
export function erratumNote({ on, measure, words }: Record<'on' | 'measure' | 'words', string>): string {
  const about = erratumAbout({ measure, slice: '', span: '' })

  return `Erratum of ${on}${about && ` to ${about}`}: ${words}`
}

/**
 * Beside figures everybody reads, whoever is named is somebody whose contact they can then tell. A part of a name that is a word besides,
 * as "van" or "June", is none by itself.
 */
export function namingComplaint(words: string, { locale, names }: Speaking): string | null {
  const months = monthsIn(locale)
  const named = names
    .flatMap((name) => [name, ...name.split(/\s+/).filter((part) => /^\p{Lu}/u.test(part) && !months.includes(part))])
    .find((name) => isIn(words, name))

  return named ? `“${named}”: say it without anybody’s name. Whose contact it was stays with leads.` : null
}

const LONGEST = 1000

const NO_NUMBER =
  'say what went wrong without a number. Beside the published one, the right one would tell what the few contacts between them were.'

function isIn(words: string, name: string): boolean {
  return name.length > 2 && new RegExp(`(?<![\\p{L}])${RegExp.escape(name)}(?![\\p{L}])`, 'u').test(words)
}

/** Days, months, quarters and years may be said: "counted in May 2026", "on 12 June", "2026-Q2". */
function withoutDays(words: string, locale: string): string {
  const day = new RegExp(`\\d{1,2}(?:\\.|st|nd|rd|th)?\\s+(?=(?:${monthsIn(locale).join('|')})(?!\\p{L}))`, 'giu')

  return words
    .replace(YEAR, '')
    .replace(day, '')
    .replace(/\bQ[1-4]\b/g, '')
}

function monthsIn(locale: string): string[] {
  return ['en-GB', locale].flatMap((each) => MONTHS.map((month) => monthInWords(month, each, false)))
}

const MONTHS = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`)
const YEAR = /(?<![\d.,/])(?:19|20)\d\d(?:-(?:Q[1-4]|\d\d(?:-\d\d)?))?(?![\d%/]|\s*(?:%|of\b|out\b))/g

/** How many contacts were entered twice may be said; of how many, and by how many a count is off, may not. */
function numberIn(words: string): string | undefined {
  return /\d[\d.,]*\s?%?/.exec(words)?.[0].trim() ?? findSpelledShare(words)
}
