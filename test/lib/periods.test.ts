import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMonths,
  type Closings,
  countedMonth,
  isOpenMonth,
  lastDay,
  lastOpenDay,
  monthOf,
  monthsBetween,
  monthsOfQuarter,
  monthsUpTo,
  quarterOf,
} from '../../src/lib/periods.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const afterWeek: Closings = { closesAfterDays: 7, closedThrough: null, delays: [] }
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => day('2000-01-01').add({ days }))

describe('months', () => {
  it('end on their last day, leap years too', () => {
    expect(lastDay('2028-02').toString()).toBe('2028-02-29')
    expect(lastDay('2026-12').toString()).toBe('2026-12-31')
  })

  it('are listed oldest first', () => {
    expect(monthsUpTo('2026-02', 3)).toEqual(['2025-12', '2026-01', '2026-02'])
    expect(monthsBetween('2025-12', '2026-02')).toEqual(['2025-12', '2026-01', '2026-02'])
    expect(monthsBetween('2026-02', '2026-02')).toEqual(['2026-02'])
    expect(monthsBetween('2026-03', '2026-02')).toEqual([])
  })
})

describe('quarters', () => {
  it('are those of the calendar when the year starts in January', () => {
    expect(quarterOf('2026-06')).toEqual({ name: '2026-Q2', months: ['2026-04', '2026-05', '2026-06'] })
  })

  it('belong to the fiscal year they end in', () => {
    expect(quarterOf('2025-10', 10)).toEqual({ name: '2026-Q1', months: ['2025-10', '2025-11', '2025-12'] })
    expect(quarterOf('2026-02', 4)).toEqual({ name: '2026-Q4', months: ['2026-01', '2026-02', '2026-03'] })
    expect(quarterOf('2026-04', 4).name).toBe('2027-Q1')
  })

  it('each hold their month, whatever month the year starts in', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (one, start) => {
        const quarter = quarterOf(monthOf(one), start)
        expect(quarter.months).toContain(monthOf(one))
        expect(quarter.months.map((month) => quarterOf(month, start).name)).toEqual(Array(3).fill(quarter.name))
        expect(monthsOfQuarter(quarter.name, start)).toEqual(quarter.months)
      }),
    )
  })
})

it('finds no months in what names no quarter', () => {
  for (const name of ['2026-Q5', '2026-06', '', '2026-Q1/2026-Q2'])
    expect(() => monthsOfQuarter(name, 1)).toThrow('is no quarter')
})

describe('the month a contact is counted in', () => {
  it('is its own while that is open', () => {
    expect(countedMonth(day('2026-05-30'), day('2026-06-07'), afterWeek)).toBe('2026-05')
  })

  it('is the next one from the day after the closing', () => {
    expect(countedMonth(day('2026-05-30'), day('2026-06-08'), afterWeek)).toBe('2026-06')
  })

  it('is always the earliest open month from its own on', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.nat(400),
        fc.nat(90),
        fc.nat(12),
        fc.nat(60),
        (contactedOn, later, closesAfterDays, closed, put) => {
          const today = contactedOn.add({ days: later })
          const closedThrough = closed === 0 ? null : addMonths(monthOf(contactedOn), closed - 6)
          const late = { month: monthOf(contactedOn), untilDay: contactedOn.add({ days: put }).toString() }
          const closings = { closesAfterDays, closedThrough, delays: put === 0 ? [] : [late] }
          const month = countedMonth(contactedOn, today, closings)
          expect(isOpenMonth(month, today, closings)).toBe(true)
          expect(month >= monthOf(contactedOn)).toBe(true)
          if (month > monthOf(contactedOn)) expect(isOpenMonth(addMonths(month, -1), today, closings)).toBe(false)
        },
      ),
    )
  })

  it('is never one that is closed, even where a clock was set back', () => {
    expect(countedMonth(day('2026-05-30'), day('2026-05-31'), { ...afterWeek, closedThrough: '2026-05' })).toBe(
      '2026-06',
    )
  })

  it('stays its own while a lead lets it stay open', () => {
    const delayed = { ...afterWeek, delays: [{ month: '2026-05', untilDay: '2026-06-20' }] }
    expect(countedMonth(day('2026-05-30'), day('2026-06-20'), delayed)).toBe('2026-05')
    expect(countedMonth(day('2026-05-30'), day('2026-06-21'), delayed)).toBe('2026-06')
  })
})

describe('a month that is put off', () => {
  const delays = [{ month: '2026-05', untilDay: '2026-07-31' }]

  it('holds back those after it, because months close in order', () => {
    expect(lastOpenDay('2026-06', { ...afterWeek, delays }).toString()).toBe('2026-07-31')
    expect(lastOpenDay('2026-07', { ...afterWeek, delays }).toString()).toBe('2026-08-07')
    expect(lastOpenDay('2026-04', { ...afterWeek, delays }).toString()).toBe('2026-05-07')
  })

  it('holds nothing back once it is closed', () => {
    expect(lastOpenDay('2026-06', { ...afterWeek, delays, closedThrough: '2026-05' }).toString()).toBe('2026-07-07')
  })
})
