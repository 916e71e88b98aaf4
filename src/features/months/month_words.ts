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

/** Formatting costs more than reading: there are as many names as locales in use and months asked for. */
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
