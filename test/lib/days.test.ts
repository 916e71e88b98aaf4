import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DAYPART_MINUTES,
  dayIn,
  daysBetween,
  isZone,
  listDays,
  minutesOf,
  overlap,
  timeOf,
} from '../../src/lib/days.ts'

const spans = fc
  .array(fc.tuple(fc.nat(1439), fc.integer({ min: 1, max: 600 })), { maxLength: 4 })
  .map((pairs) => pairs.map(([from, length]): [number, number] => [from, Math.min(1440, from + length)]))
const within = (minute: number, all: readonly (readonly [number, number])[]) =>
  all.some(([from, to]) => minute >= from && minute < to)

describe('times of day', () => {
  it('are read to the minute, midnight at both ends', () => {
    expect([minutesOf('00:00'), minutesOf('09:30'), minutesOf('24:00')]).toEqual([0, 570, 1440])
    for (const wrong of ['24:01', '9:30', '12:60', '', 'noon']) expect(() => minutesOf(wrong)).toThrow(RangeError)
  })

  it('are written as they are read', () => {
    fc.assert(
      fc.property(fc.nat(1440), (minutes) => {
        expect(minutesOf(timeOf(minutes))).toBe(minutes)
      }),
    )
  })
})

describe('an overlap', () => {
  it('holds a minute exactly where both do', () => {
    fc.assert(
      fc.property(spans, spans, fc.nat(1439), (a, b, minute) => {
        expect(within(minute, overlap(a, b))).toBe(within(minute, a) && within(minute, b))
      }),
    )
  })
})

describe('dayparts', () => {
  it('share out the whole day, each minute to one', () => {
    fc.assert(
      fc.property(fc.nat(1439), (minute) => {
        expect(Object.values(DAYPART_MINUTES).filter((daypart) => within(minute, daypart))).toHaveLength(1)
      }),
    )
  })
})

describe('days', () => {
  it('are those of the place', () => {
    const moment = Temporal.Instant.from('2026-03-29T22:30:00Z')
    expect(dayIn('Europe/Berlin', moment).toString()).toBe('2026-03-30')
    expect(dayIn('America/New_York', moment).toString()).toBe('2026-03-29')
  })

  it('change in the instant of midnight, whatever was asked before', () => {
    const midnight = Temporal.Instant.from('2026-03-28T23:00:00Z')
    const around = [-1, 0, -1_000, 999, -1].map((milliseconds) => midnight.add({ milliseconds }))
    expect(around.map((moment) => dayIn('Europe/Berlin', moment).day)).toEqual([28, 29, 28, 29, 28])
  })

  it('are listed with both ends, and none where the end comes first', () => {
    const from = Temporal.PlainDate.from('2028-02-27')
    expect(listDays(from, from.add({ days: 3 })).map(String)).toEqual([
      '2028-02-27',
      '2028-02-28',
      '2028-02-29',
      '2028-03-01',
    ])
    expect(listDays(from, from.subtract({ days: 1 }))).toEqual([])
    expect(daysBetween(from, from.add({ months: 1 }))).toBe(29)
  })

  it('need a zone that exists', () => {
    expect([isZone('Europe/London'), isZone('Europe/Londn'), isZone('')]).toEqual([true, false, false])
  })
})
