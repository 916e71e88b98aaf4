/** Words and figures for people, through Intl in the organisation's locale. */

/** ["a", "b", "c"] to "a, b and c". */
export function listed(words: readonly string[], locale = 'en-GB'): string {
  const format = listFormats.get(locale) ?? new Intl.ListFormat(locale, { type: 'conjunction' })
  listFormats.set(locale, format)

  return format.format(words)
}

/** 1 contact, 2 contacts. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${figures.format(n)} ${n === 1 ? one : many}`
}

const figures = new Intl.NumberFormat('en-GB')

const listFormats = new Map<string, Intl.ListFormat>()

const DAY_PARTS = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'long' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  month: { month: 'long', year: 'numeric' },
  month_alone: { month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** Making a formatter takes a hundred times as long as using it; there are as many as locales in use. */
const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** One to twelve in letters, as a sentence begins with them; beyond that in figures. */
export function numberInWords(n: number): string {
  return NUMBERS[n] ?? n.toLocaleString('en-GB')
}

const NUMBERS = 'Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(' ')

/** A day, or as rows keep it: YYYY-MM-DD. */
export type Day = Temporal.PlainDate | string

/** 11 June 2026; without the year where it is clear. */
export function dayInWords(day: Day, locale = 'en-GB', parts: keyof typeof DAY_PARTS = 'long'): string {
  const key = `${locale} ${parts}`
  const format = dayFormats.get(key) ?? new Intl.DateTimeFormat(locale, DAY_PARTS[parts])
  dayFormats.set(key, format)

  return format.format(Temporal.PlainDate.from(day))
}

/** June 2026, or June. */
export function monthInWords(month: string, locale = 'en-GB', withYear = true): string {
  return dayInWords(`${month}-01`, locale, withYear ? 'month' : 'month_alone')
}

/** 9–20 June; 28 June – 3 July. */
export function daysInWords(from: Day, to: Day, locale = 'en-GB'): string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const moment = (day: Day) => Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds

  // Intl puts thin spaces round every dash; between two figures there are none: 9–20 June.
  return format.formatRange(moment(from), moment(to)).replace(/(\d)\s*–\s*(?=\d)/u, '$1–')
}

/** With the year, because they may be far off: 6–17 July 2026; 28 December 2026 – 3 January 2027. */
export function daysOfYearsInWords(from: Temporal.PlainDate, to: Temporal.PlainDate, locale = 'en-GB'): string {
  if (from.equals(to)) return dayInWords(from, locale)
  if (from.year !== to.year) return `${dayInWords(from, locale)} – ${dayInWords(to, locale)}`

  return `${daysInWords(from, to, locale)} ${to.year}`
}

/** Whether people would take two names for one: whatever their case, their spaces, or how accents are put on. SQLite's lower() knows A to Z only. */
export function isSameName(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

/** As people look names up: Ö beside O, or after Z where their language has it there. SQLite knows the order of A to Z only. */
export function inNameOrder<T>(things: readonly T[], nameOf: (thing: T) => string, locale = 'en-GB'): T[] {
  const collator = collators.get(locale) ?? new Intl.Collator(locale)
  collators.set(locale, collator)

  return things.toSorted((a, b) => collator.compare(nameOf(a), nameOf(b)))
}

const collators = new Map<string, Intl.Collator>()

/**
 * For narrow columns, where “e-mail” would break after its first letter: browsers break at a hyphen unless a word joiner follows. A
 * non-breaking hyphen would do too, but some typefaces have none and leave a hole.
 */
export function unbroken(name: string): string {
  return name.replace(/(?<![\p{L}\p{N}])(\p{L})-(?=\p{L})/gu, '$1-\u2060')
}

/** The first letter large. */
export function sentenceCase(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}

/** en to English, in the organisation's language. Unknown codes stay as they are. */
export function languageName(code: string, locale = 'en-GB'): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

/** de-AT to German (Austria): two of one language stand side by side. */
export function localeName(code: string): string {
  try {
    return new Intl.DisplayNames('en-GB', { type: 'language', languageDisplay: 'standard' }).of(code) ?? code
  } catch {
    return code
  }
}

/** Codes as somebody looks for them: by their names. */
export function choicesByName(codes: readonly string[], nameOf: (code: string) => string, locale = 'en-GB') {
  const choices = codes.map((value) => ({ value, label: nameOf(value) }))

  return choices.sort((a, b) => a.label.localeCompare(b.label, locale))
}

/** Languages to choose from, by name: those that come first because somebody here speaks them or they are ticked, and the rest. */
export function languageChoices(codes: readonly string[], first: readonly (string | undefined)[], locale = 'en-GB') {
  const byName = choicesByName(codes, (code) => languageName(code, locale), locale)

  return {
    languages: byName.filter(({ value }) => first.includes(value)),
    moreLanguages: byName.filter(({ value }) => !first.includes(value)),
  }
}

export function countryName(code: string, locale = 'en-GB'): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}
