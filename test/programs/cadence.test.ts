import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cadence, listRounds, PRESETS, readCadence } from '../../src/features/programs/cadence.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('a day a month for six months', () => {
  it('has the calendar months as its six rounds', () => {
    expect(told(PRESETS.day_a_month, '2026-06-01', 10)).toEqual([
      '1 2026-06: 2026-06-01 to 2026-06-30',
      '2 2026-07: 2026-07-01 to 2026-07-31',
      '3 2026-08: 2026-08-01 to 2026-08-31',
      '4 2026-09: 2026-09-01 to 2026-09-30',
      '5 2026-10: 2026-10-01 to 2026-10-31',
      '6 2026-11: 2026-11-01 to 2026-11-30',
    ])
  })

  it('begins with the next whole month when it starts in the middle of one', () => {
    expect(told(PRESETS.day_a_month, '2026-06-10', 1)).toEqual(['1 2026-07: 2026-07-01 to 2026-07-31'])
  })
})

describe('rounds', () => {
  it('run for two weeks from the first day and are named by it', () => {
    expect(told(PRESETS.fortnightly, '2026-06-15', 2)).toEqual([
      '1 2026-06-15: 2026-06-15 to 2026-06-28',
      '2 2026-06-29: 2026-06-29 to 2026-07-12',
    ])
  })

  it('run over the month’s end when they begin on the 31st or the last Friday', () => {
    expect(told(custom('FREQ=MONTHLY;BYMONTHDAY=31'), '2026-01-01', 2)).toEqual([
      '1 2026-01-31: 2026-01-31 to 2026-03-30',
      '2 2026-03-31: 2026-03-31 to 2026-05-30',
    ])
    expect(told(custom('FREQ=MONTHLY;BYDAY=-1FR'), '2026-06-01', 1)).toEqual(['1 2026-06-26: 2026-06-26 to 2026-07-30'])
  })

  it('are calendar quarters when quarterly', () => {
    expect(told(PRESETS.quarterly, '2026-07-01', 2)).toEqual([
      '1 2026-07-01: 2026-07-01 to 2026-09-30',
      '2 2026-10-01: 2026-10-01 to 2026-12-31',
    ])
  })

  it('stop with the last that begins on or before the last day', () => {
    const until = (text: string) => ({ ...PRESETS.monthly, endsOn: day(text) })
    expect(listRounds(until('2026-08-01'), day('2026-06-01'), 10)).toHaveLength(3)
    expect(listRounds(until('2026-07-31'), day('2026-06-01'), 10)).toHaveLength(2)
  })

  it('follow one another without a gap, each with a key of its own, and keep key and number however many are listed', () => {
    const presets = fc.constantFrom(
      ...Object.values(PRESETS),
      custom('FREQ=MONTHLY;BYMONTHDAY=31'),
      custom('FREQ=YEARLY'),
    )
    fc.assert(
      fc.property(
        presets,
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 2, max: 15 }),
        (cadence, offset, count) => {
          const from = day('2010-01-01').add({ days: offset })
          const rounds = listRounds(cadence, from, count)
          for (const [i, round] of rounds.entries()) {
            const next = rounds[i + 1]
            expect(round.number).toBe(i + 1)
            expect(Temporal.PlainDate.compare(round.startsOn, round.endsOn)).toBeLessThanOrEqual(0)
            if (next) expect(round.endsOn.add({ days: 1 }).equals(next.startsOn)).toBe(true)
          }
          expect(new Set(rounds.map(({ key }) => key)).size).toBe(rounds.length)
          expect(listRounds(cadence, from, 1)).toEqual(rounds.slice(0, 1))
        },
      ),
    )
  })
})

describe('a cadence somebody wrote', () => {
  it('takes its end out of the rule', () => {
    const cadence = readCadence('freq=weekly;count=4', null, null, day('2026-06-01'))
    expect(cadence).toEqual({ rule: 'FREQ=WEEKLY', endsAfter: 4, endsOn: null })
    expect(listRounds(cadence, day('2026-06-01'), 10)).toHaveLength(4)
    expect(readCadence('FREQ=WEEKLY;UNTIL=20260630', null, null, day('2026-06-01')).endsOn?.toString()).toBe(
      '2026-06-30',
    )
  })

  it.each([
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', null, null, 'never happens'],
    ['FREQ=YEARLY;INTERVAL=1000', null, null, 'happens on one day only'],
    ['hello', null, null, 'reads like'],
    ['FREQ=WEEKLY', 0, null, 'from 1 to 520 rounds'],
    ['FREQ=WEEKLY', 1.5, null, 'from 1 to 520 rounds'],
    ['FREQ=WEEKLY', null, '2026-05-31', 'end before its first round'],
  ])('refuses %s ending after %s or on %s', (rule, endsAfter, endsOn, sentence) => {
    expect(() => readCadence(rule, endsAfter, endsOn ? day(endsOn) : null, day('2026-06-01'))).toThrow(sentence)
  })
})

function custom(rule: string): Cadence {
  return { rule, endsAfter: null, endsOn: null }
}

function told(cadence: Cadence, from: string, count: number): string[] {
  return listRounds(cadence, day(from), count).map((r) => `${r.number} ${r.key}: ${r.startsOn} to ${r.endsOn}`)
}
