/** Months and quarters by their names in the organisation's locale. */
import type { Month } from '../../lib/periods.ts'

export interface MonthNames {
  /** October 2026 */
  full: string
  /** October */
  long: string
  /** Oct 2026 */
  brief: string
  /** Oct */
  short: string
  /** O */
  letter: string
}

/** Formatting a date is slow, so names are kept: as many as there are locales in use and months asked for. */
const known = new Map<string, Map<Month, MonthNames>>()

export function monthNamer(locale: string): (month: Month) => MonthNames {
  const names = known.get(locale) ?? new Map<Month, MonthNames>()
  known.set(locale, names)

  return (month) => {
    const found = names.get(month) ?? namesOf(month, locale)
    names.set(month, found)

    return found
  }
}

function namesOf(month: Month, locale: string): MonthNames {
  const day = Date.parse(`${month}-15T00:00:00Z`)
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(day)

  return {
    full: format({ month: 'long', year: 'numeric' }),
    long: format({ month: 'long' }),
    brief: format({ month: 'short', year: 'numeric' }),
    short: format({ month: 'short' }),
    letter: format({ month: 'narrow' }),
  }
}

/** "October", "October and November", "October to December". */
export function monthsInWords(months: readonly Month[], name: (month: Month) => string): string {
  const [first = '', last = first] = [months[0], months.at(-1)]
  if (months.length < 2) return name(first)

  return `${name(first)} ${months.length === 2 ? 'and' : 'to'} ${name(last)}`
}

/** "July to September 2026" for some months of a reading, "November 2025 to January 2026" where they lie in two years. */
export function monthsOfYears(months: readonly Month[], name: (month: Month) => MonthNames): string {
  const last = months.at(-1) ?? ''
  const inItsYear = (month: Month) => month !== last && month.slice(0, 4) === last.slice(0, 4)

  return monthsInWords(months, (month) => (inItsYear(month) ? name(month).long : name(month).full))
}

/** "June 2026" for "2026-06", "Q2 2026" for "2026-Q2", "Q1 2026 to Q2 2026" for "2026-Q1/2026-Q2"; nothing for none. */
export function spanInWords(span: string, name: (month: Month) => MonthNames): string {
  if (span === '') return ''

  return span
    .split('/')
    .map((each) => (each.includes('Q') ? `${each.slice(5)} ${each.slice(0, 4)}` : name(each).full))
    .join(' to ')
}

/** What a quarter is that a page ends: "so far" while it runs, " up to May" where it is cut at an earlier month, else nothing. */
export function cutOf(
  months: readonly Month[],
  { current, name }: { current: Month; name: (month: Month) => MonthNames },
): string {
  const last = months.at(-1) ?? current
  if (last === current) return ' so far'

  return months.length < 3 ? ` up to ${name(last).long}` : ''
}
