import type { Report } from './report.ts'

/**
 * Takes out what no format can carry or what would reach beyond its own words: half characters, control characters, characters that are
 * none, and those that turn the direction of what follows them. Line breaks stay.
 */
export function harmless(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNFIT, '')
}

const UNFIT = /(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\p{Noncharacter_Code_Point}]/gu

/** The same report with every text in it made harmless. */
export function harmlessReport(report: Report): Report {
  return harmlessValue(report) as Report
}

function harmlessValue(value: unknown): unknown {
  if (typeof value === 'string') return harmless(value)
  if (Array.isArray(value)) return value.map(harmlessValue)
  if (typeof value !== 'object' || value === null) return value

  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, harmlessValue(one)]))
}
