import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allowedFrom, type Choice, DEFAULT_CHOICE, isDayOff } from '../../src/features/reminders/quiet.ts'

const from = (zone: string, moment: string, choice: Partial<Choice> = {}) =>
  allowedFrom({ ...DEFAULT_CHOICE, ...choice }, zone, Temporal.Instant.from(moment))
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

describe('a letter', () => {
  it('leaves at once by day, and in the morning when it falls into the night', () => {
    expect(from('Europe/London', '2026-06-10T11:30:00Z')).toBe('2026-06-10T12:30')
    expect(from('Europe/London', '2026-06-10T19:00:00Z')).toBe('2026-06-11T07:00')
    expect(from('Europe/London', '2026-06-10T02:00:00Z')).toBe('2026-06-10T07:00')
  })

  it('waits for Monday over the weekend, unless its reader wants it then', () => {
    expect(from('Europe/London', '2026-06-12T19:30:00Z')).toBe('2026-06-15T07:00')
    expect(from('Europe/London', '2026-06-13T11:00:00Z')).toBe('2026-06-15T07:00')
    expect(from('Europe/London', '2026-06-13T11:00:00Z', { weekends: true })).toBe('2026-06-13T12:00')
  })

  it('goes by its reader’s zone', () => {
    expect(from('Asia/Tokyo', '2026-06-10T11:30:00Z')).toBe('2026-06-11T07:00')
    expect(from('America/Los_Angeles', '2026-06-10T11:30:00Z')).toBe('2026-06-10T07:00')
    expect(from('Asia/Kathmandu', '2026-06-12T20:00:00Z')).toBe('2026-06-15T07:00')
  })

  it('knows nights that do not run over midnight, and readers without one', () => {
    expect(from('UTC', '2026-06-10T13:10:00Z', { quietFrom: '12:00', quietUntil: '14:00' })).toBe('2026-06-10T14:00')
    expect(from('UTC', '2026-06-10T03:00:00Z', { quietFrom: '20:00', quietUntil: '20:00' })).toBe('2026-06-10T03:00')
  })

  it('keeps to the clock on the wall when it changes', () => {
    // 29 March 2026, a Sunday: 1:00 becomes 2:00. 25 October 2026: 2:00 becomes 1:00.
    const always = { weekends: true }
    expect(from('Europe/London', '2026-03-28T22:00:00Z', always)).toBe('2026-03-29T07:00')
    expect(from('Europe/London', '2026-03-28T22:00:00Z', { ...always, quietUntil: '01:30' })).toBe('2026-03-29T02:30')
    expect(from('Europe/London', '2026-10-24T22:00:00Z', always)).toBe('2026-10-25T07:00')
    // 1:30 comes twice; asked in the second hour, the second is meant.
    expect(from('Europe/London', '2026-10-25T01:10:00Z', { ...always, quietUntil: '01:30' })).toBe('2026-10-25T01:30')
  })
})

describe('whatever a reader chooses', () => {
  const hour = fc.integer({ min: 0, max: 23 }).map((of) => `${String(of).padStart(2, '0')}:00`)
  const zone = fc.constantFrom('Europe/London', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Pacific/Apia', 'Asia/Gaza')
  const moment = fc
    .integer({ min: Date.UTC(2011, 0), max: Date.UTC(2030, 0) })
    .map((at) => Temporal.Instant.fromEpochMilliseconds(at - (at % 60_000)))
  const choice = fc.record({
    declined: fc.constant([]),
    quietFrom: hour,
    quietUntil: hour,
    weekends: fc.boolean(),
  })

  it('a letter leaves at the first moment that is neither night nor a day off', () => {
    fc.assert(
      fc.property(choice, zone, moment, (chosen, where, now) => {
        const at = allowedFrom(chosen, where, now)
        expect(Temporal.Instant.compare(at, now)).toBeGreaterThanOrEqual(0)
        expect(at.since(now).total('hours')).toBeLessThan(24 * 4)
        expect(allowedFrom(chosen, where, at).equals(at)).toBe(true)
        const there = at.toZonedDateTimeISO(where)
        expect(isDayOff(chosen, there.toPlainDate())).toBe(false)
        if (!at.equals(now)) {
          const before = at.subtract({ minutes: 1 }).toZonedDateTimeISO(where)
          const isNight = allowedFrom({ ...chosen, weekends: true }, where, before.toInstant()).equals(at)
          expect(isNight || isDayOff(chosen, before.toPlainDate())).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})
