import { expect, it } from 'vitest'
import { isKnownCountry, publicHolidays } from '../../src/lib/holidays.ts'

it('knows the days on which a country is off, substitutes included', () => {
  const days = publicHolidays('GB', 2026)
  expect(days).toContain('2026-04-03')
  expect(days).toContain('2026-12-28')
  expect(days).not.toContain('2026-06-15')
  expect(publicHolidays('DE', 2026)).toContain('2026-10-03')
})

it('counts every day of a holiday that lasts several', () => {
  expect([...publicHolidays('TR', 2026)]).toEqual(
    expect.arrayContaining(['2026-05-27', '2026-05-28', '2026-05-29', '2026-05-30']),
  )
})

it('gives an unknown country no holidays', () => {
  expect(publicHolidays('XX', 2026).size).toBe(0)
  expect(publicHolidays('constructor', 2026).size).toBe(0)
  expect(isKnownCountry('XX')).toBe(false)
  expect(isKnownCountry('SE')).toBe(true)
})
