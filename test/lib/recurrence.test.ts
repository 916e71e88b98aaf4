import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { occurrences, parseRecurrence } from '../../src/lib/recurrence.ts'
import { RFC_EXAMPLES } from './rfc5545_examples.ts'

describe('the RFC’s own examples', () => {
  it.each(RFC_EXAMPLES)('%s', (_, rule, from, days) => {
    const expected = spellOut(days)
    expect(listed(rule, from, expected.length)).toEqual(expected)
  })

  it('stops at COUNT and on the day of UNTIL', () => {
    expect(listed('FREQ=DAILY;COUNT=10', '1997-09-02', 99)).toHaveLength(10)
    expect(listed('FREQ=DAILY;UNTIL=19971224T000000Z', '1997-09-02', 999)).toHaveLength(114)
    expect(listed('FREQ=WEEKLY;UNTIL=19971224T000000Z', '1997-09-02', 99)).toHaveLength(17)
  })
})

describe('awkward days', () => {
  it('skips the months that have no 31st', () => {
    const days = spellOut('2026-01-31 03-31 05-31 07-31 08-31 10-31 12-31 2027-01-31')
    expect(listed('FREQ=MONTHLY;BYMONTHDAY=31', '2026-01-01', 8)).toEqual(days)
    expect(listed('FREQ=MONTHLY', '2026-01-31', 8)).toEqual(days)
  })

  it('finds the last day of every month and the last Friday', () => {
    expect(listed('FREQ=MONTHLY;BYMONTHDAY=-1', '2028-01-01', 3)).toEqual(spellOut('2028-01-31 02-29 03-31'))
    expect(listed('FREQ=MONTHLY;BYDAY=-1FR', '2026-01-01', 4)).toEqual(spellOut('2026-01-30 02-27 03-27 04-24'))
  })

  it('keeps a leap day a leap day, over 2100 too', () => {
    expect(listed('FREQ=YEARLY', '2024-02-29', 3)).toEqual(spellOut('2024-02-29 2028-02-29 2032-02-29'))
    expect(listed('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2095-01-01', 2)).toEqual(spellOut('2096-02-29 2104-02-29'))
  })

  it('passes both clock changes of the year day by day', () => {
    expect(listed('FREQ=DAILY', '2026-03-28', 3)).toEqual(spellOut('2026-03-28 03-29 03-30'))
    expect(listed('FREQ=DAILY', '2026-10-24', 3)).toEqual(spellOut('2026-10-24 10-25 10-26'))
  })

  it('finds a 53rd Monday only in the years that have one', () => {
    expect(listed('FREQ=YEARLY;BYDAY=53MO', '2026-01-01', 2)).toEqual(spellOut('2029-12-31 2035-12-31'))
  })
})

describe('rules that are refused', () => {
  it.each([
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'never happens'],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'never happens'],
    ['FREQ=MONTHLY;INTERVAL=12;BYMONTH=3', 'never happens'],
    ['FREQ=MONTHLY;BYDAY=6MO', 'never happens'],
    ['', 'reads like FREQ=MONTHLY;BYDAY=-1FR'],
    ['every Tuesday', 'reads like FREQ=MONTHLY;BYDAY=-1FR'],
    ['FREQ=MONTHLY;', 'reads like'],
    ['BYDAY=MO', 'needs FREQ'],
    ['FREQ=HOURLY', 'FREQ is one of DAILY, WEEKLY, MONTHLY and YEARLY'],
    ['FREQ=DAILY;BYHOUR=9', 'leave out BYHOUR'],
    ['FREQ=DAILY;COLOUR=RED', 'knows no COLOUR'],
    ['FREQ=DAILY;__PROTO__=1', 'knows no __PROTO__'],
    ['FREQ=DAILY;FREQ=DAILY', 'says FREQ twice'],
    ['FREQ=DAILY;COUNT=3;UNTIL=20301231', 'not by both'],
    ['FREQ=DAILY;COUNT=0', 'COUNT cannot be 0'],
    ['FREQ=DAILY;INTERVAL=0', 'INTERVAL cannot be 0'],
    ['FREQ=DAILY;INTERVAL=-1', 'INTERVAL cannot be -1'],
    ['FREQ=DAILY;INTERVAL=99999999999', 'INTERVAL cannot be 99999999999'],
    ['FREQ=DAILY;UNTIL=20260230', 'UNTIL cannot be 20260230'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'BYMONTHDAY cannot be 32'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY cannot be 0'],
    ['FREQ=MONTHLY;BYDAY=XX', 'BYDAY cannot be XX'],
    ['FREQ=MONTHLY;BYDAY=0MO', 'BYDAY cannot be 0MO'],
    ['FREQ=YEARLY;BYMONTH=13', 'BYMONTH cannot be 13'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'numbered weekday'],
    ['FREQ=WEEKLY;BYMONTHDAY=1', 'does not go with FREQ=WEEKLY'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'needs another BY… part'],
    [`FREQ=MONTHLY;BYMONTHDAY=${'1,'.repeat(400)}1`, 'at most 500 characters'],
  ])('%s', (rule, sentence) => {
    expect(() => listed(rule, '2026-01-01', 1)).toThrow(sentence)
  })

  it('takes small letters, a leading RRULE: and blanks around it', () => {
    expect(parseRecurrence(' rrule:freq=monthly;bymonthday=1;count=6 ')).toEqual({
      rule: 'FREQ=MONTHLY;BYMONTHDAY=1',
      count: 6,
      until: null,
    })
  })
})

it('lists days in order, none before the first, and the same ones whenever it is asked for more', () => {
  const rule = fc.constantFrom(
    'FREQ=MONTHLY;BYMONTHDAY=31',
    'FREQ=WEEKLY;INTERVAL=2',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=DAILY;INTERVAL=9',
    'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=1',
  )
  fc.assert(
    fc.property(rule, fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 30 }), (text, offset, count) => {
      const from = Temporal.PlainDate.from('1990-01-01').add({ days: offset })
      const days = listed(text, from.toString(), count)
      expect(days).toHaveLength(count)
      expect([from.toString(), ...days].toSorted()).toEqual([from.toString(), ...days])
      expect(new Set(days).size).toBe(count)
      expect(listed(text, from.toString(), count + 5).slice(0, count)).toEqual(days)
    }),
  )
})

function listed(rule: string, from: string, count: number): string[] {
  return occurrences(rule, Temporal.PlainDate.from(from), count).map(String)
}

/** "1997-09-02 09-03" to full days: the year is the last one said. */
function spellOut(days: string): string[] {
  let year = ''
  return days.split(' ').map((day) => {
    if (day.length > 5) year = day.slice(0, 4)
    return day.length > 5 ? day : `${year}-${day}`
  })
}
