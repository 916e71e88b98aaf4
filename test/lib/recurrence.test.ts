import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { occurrences, parseRecurrence } from '../../src/lib/recurrence.ts'

/** RFC 5545 §3.8.5.3, the examples that are about days, with DTSTART 2 September 1997 unless the RFC says otherwise. */
const RFC_EXAMPLES: [what: string, rule: string, from: string, days: string][] = [
  [
    'daily, ten times',
    'FREQ=DAILY;COUNT=10',
    '1997-09-02',
    '1997-09-02 09-03 09-04 09-05 09-06 09-07 09-08 09-09 09-10 09-11',
  ],
  ['every other day', 'FREQ=DAILY;INTERVAL=2', '1997-09-02', '1997-09-02 09-04 09-06 09-08 09-10'],
  ['every ten days, five times', 'FREQ=DAILY;INTERVAL=10;COUNT=5', '1997-09-02', '1997-09-02 09-12 09-22 10-02 10-12'],
  [
    'every day in January until 2000',
    'FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA',
    '1998-01-01',
    '1998-01-01 01-02 01-03 01-04',
  ],
  ['the same, said daily', 'FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1', '1998-01-01', '1998-01-01 01-02 01-03 01-04'],
  [
    'weekly, ten times',
    'FREQ=WEEKLY;COUNT=10',
    '1997-09-02',
    '1997-09-02 09-09 09-16 09-23 09-30 10-07 10-14 10-21 10-28 11-04',
  ],
  [
    'every other week from Sunday',
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU',
    '1997-09-02',
    '1997-09-02 09-16 09-30 10-14 10-28 11-11',
  ],
  [
    'Tuesday and Thursday for five weeks',
    'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH',
    '1997-09-02',
    '1997-09-02 09-04 09-09 09-11 09-16 09-18 09-23 09-25 09-30 10-02',
  ],
  [
    'Monday, Wednesday, Friday of every other week',
    'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR',
    '1997-09-01',
    '1997-09-01 09-03 09-05 09-15 09-17 09-19 09-29',
  ],
  [
    'Tuesday and Thursday of every other week',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
    '1997-09-02',
    '1997-09-02 09-04 09-16 09-18 09-30 10-02 10-14 10-16',
  ],
  [
    'first Friday, ten times',
    'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
    '1997-09-05',
    '1997-09-05 10-03 11-07 12-05 1998-01-02 02-06 03-06 04-03 05-01 06-05',
  ],
  [
    'first Friday until Christmas',
    'FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR',
    '1997-09-05',
    '1997-09-05 10-03 11-07 12-05',
  ],
  [
    'first and last Sunday of every other month',
    'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
    '1997-09-07',
    '1997-09-07 09-28 11-02 11-30 1998-01-04 01-25 03-01 03-29 05-03 05-31',
  ],
  [
    'second-to-last Monday',
    'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
    '1997-09-22',
    '1997-09-22 10-20 11-17 12-22 1998-01-19 02-16',
  ],
  [
    'third-to-last day of the month',
    'FREQ=MONTHLY;BYMONTHDAY=-3',
    '1997-09-28',
    '1997-09-28 10-29 11-28 12-29 1998-01-29 02-26',
  ],
  [
    '2nd and 15th',
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15',
    '1997-09-02',
    '1997-09-02 09-15 10-02 10-15 11-02 11-15 12-02 12-15 1998-01-02 01-15',
  ],
  [
    'first and last day of the month',
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
    '1997-09-30',
    '1997-09-30 10-01 10-31 11-01 11-30 12-01 12-31 1998-01-01 01-31 02-01',
  ],
  [
    '10th to 15th every 18 months',
    'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
    '1997-09-10',
    '1997-09-10 09-11 09-12 09-13 09-14 09-15 1999-03-10 03-11 03-12 03-13',
  ],
  [
    'every Tuesday of every other month',
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU',
    '1997-09-02',
    '1997-09-02 09-09 09-16 09-23 09-30 11-04 11-11',
  ],
  [
    'June and July',
    'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
    '1997-06-10',
    '1997-06-10 07-10 1998-06-10 07-10 1999-06-10 07-10 2000-06-10 07-10 2001-06-10 07-10',
  ],
  [
    'January to March of every other year',
    'FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3',
    '1997-03-10',
    '1997-03-10 1999-01-10 02-10 03-10 2001-01-10 02-10 03-10 2003-01-10 02-10 03-10',
  ],
  [
    '1st, 100th and 200th day of every third year',
    'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
    '1997-01-01',
    '1997-01-01 04-10 07-19 2000-01-01 04-09 07-18 2003-01-01 04-10 07-19 2006-01-01',
  ],
  ['20th Monday of the year', 'FREQ=YEARLY;BYDAY=20MO', '1997-05-19', '1997-05-19 1998-05-18 1999-05-17'],
  ['Monday of week 20', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '1997-05-12', '1997-05-12 1998-05-11 1999-05-17'],
  [
    'Thursdays in March',
    'FREQ=YEARLY;BYMONTH=3;BYDAY=TH',
    '1997-03-13',
    '1997-03-13 03-20 03-27 1998-03-05 03-12 03-19 03-26 1999-03-04',
  ],
  [
    'Friday the 13th',
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    '1997-09-02',
    '1998-02-13 03-13 11-13 1999-08-13 2000-10-13',
  ],
  [
    'first Saturday after the first Sunday',
    'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
    '1997-09-13',
    '1997-09-13 10-11 11-08 12-13 1998-01-10 02-07 03-07',
  ],
  [
    'election day',
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
    '1996-11-05',
    '1996-11-05 2000-11-07 2004-11-02',
  ],
  [
    'third Tuesday, Wednesday or Thursday',
    'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
    '1997-09-04',
    '1997-09-04 10-07 11-06',
  ],
  [
    'second-to-last working day',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
    '1997-09-29',
    '1997-09-29 10-30 11-27 12-30 1998-01-29 02-26 03-30',
  ],
  [
    'a week that starts on Monday',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
    '1997-08-05',
    '1997-08-05 08-10 08-19 08-24',
  ],
  [
    'a week that starts on Sunday',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
    '1997-08-05',
    '1997-08-05 08-17 08-19 08-31',
  ],
  [
    '30 February is left out',
    'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5',
    '2007-01-15',
    '2007-01-15 01-30 02-15 03-15 03-30',
  ],
]

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
