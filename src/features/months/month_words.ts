/** Months and quarters by their names in the organisation's locale. */
import type { Month } from '../../lib/periods.ts'
import type { Span } from './spans.ts'

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

/** Making a formatter costs more than a page; there are as many as there are locales in use. */
const namers = new Map<string, (month: Month) => MonthNames>()

export function monthNamer(locale: string): (month: Month) => MonthNames {
  const known = namers.get(locale)
  if (known) return known

  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  const [long, short, letter] = (['long', 'short', 'narrow'] as const).map((month) => format({ month }))
  const full = format({ month: 'long', year: 'numeric' })
  const brief = format({ month: 'short', year: 'numeric' })
  const namer = (month: Month): MonthNames => {
    const day = Date.parse(`${month}-15T00:00:00Z`)

    return {
      full: full.format(day),
      brief: brief.format(day),
      long: long?.format(day) ?? month,
      short: short?.format(day) ?? month,
      letter: letter?.format(day) ?? month,
    }
  }
  namers.set(locale, namer)

  return namer
}

/** "October", "October and November", "October to December". */
export function monthsInWords(months: readonly Month[], name: (month: Month) => string): string {
  const [first = '', last = first] = [months[0], months.at(-1)]
  if (months.length < 2) return name(first)

  return `${name(first)} ${months.length === 2 ? 'and' : 'to'} ${name(last)}`
}

/** "The quarter (July to September)", "the quarter so far (October)". */
export function quarterInWords(span: Span, running: boolean, name: (month: Month) => string): string {
  return `quarter ${running ? 'so far ' : ''}(${monthsInWords(span.months, name)})`
}
