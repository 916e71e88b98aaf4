import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PRESETS, type Preset } from '../../src/features/programs/cadence.ts'
import { brokenCooldowns, coverage, loadSpread, spreadInWords } from '../../src/features/programs/fairness.ts'
import { gapInWords, neverInWords } from '../../src/features/programs/gaps.ts'
import { matrixRows } from '../../src/features/programs/matrix.ts'
import { columnsFrom, listColumns, neighbours, openingNumber } from '../../src/features/programs/matrix_columns.ts'
import { asksWhetherToGoOn, type Program, upcomingPeriods } from '../../src/features/programs/program.ts'
import {
  isDueToClose,
  isPastHalfway,
  isWindowOver,
  type Round,
  roundName,
  roundsName,
  shortRoundName,
} from '../../src/features/programs/round.ts'
import { longestWindow } from '../../src/features/programs/window_length.ts'
import { programDetails } from '../support/rotating.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

const program = (differs: Partial<Program> = {}): Program => ({
  ...programDetails(),
  id: 'first_hand',
  endConfirmedOn: null,
  retiredOn: null,
  version: 1,
  ...differs,
})

const round = (differs: Partial<Round> = {}): Round => ({
  id: 'r1',
  programId: 'first_hand',
  period: '2026-06',
  number: 1,
  startsOn: '2026-06-01',
  endsOn: '2026-06-30',
  state: 'published',
  plannedOn: '2026-05-18',
  publishedOn: '2026-05-29',
  closedOn: null,
  heldOn: null,
  programVersion: 1,
  version: 1,
  ...differs,
})

describe('the rounds to come', () => {
  it('go on from the last published one, whatever the cadence is now, without a day twice', () => {
    const presets = fc.constantFrom(...(Object.keys(PRESETS) as Preset[]))
    fc.assert(
      fc.property(
        presets,
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 1, max: 90 }),
        (preset, offset, gone) => {
          const last = { number: 3, endsOn: day('2026-01-31').add({ days: offset }).toString() }
          const today = day(last.endsOn).add({ days: gone })
          const coming = upcomingPeriods(
            program({ recurrence: PRESETS[preset].rule, endsAfterRounds: null, startsOn: '2026-01-01' }),
            last,
            today,
            5,
          )
          expect(coming).toHaveLength(5)
          for (const [i, one] of coming.entries()) {
            expect(one.startsOn.toString() > last.endsOn).toBe(true)
            expect(one.number).toBeGreaterThan(last.number)
            expect(Temporal.PlainDate.compare(one.endsOn, today)).toBeGreaterThanOrEqual(0)
            const next = coming[i + 1]
            if (next) expect(one.endsOn.add({ days: 1 }).equals(next.startsOn)).toBe(true)
          }
        },
      ),
    )
  })

  it('are as many as are left', () => {
    expect(upcomingPeriods(program(), { number: 4, endsOn: '2026-09-30' }, day('2026-10-05'), 10)).toHaveLength(2)
    expect(upcomingPeriods(program(), { number: 6, endsOn: '2026-11-30' }, day('2026-12-05'), 10)).toEqual([])
    expect(upcomingPeriods(program(), null, day('2026-09-15'), 10).map(({ number }) => number)).toEqual([4, 5, 6])
  })

  it('are asked about in the fifth of six', () => {
    expect([4, 5, 6].map((latest) => asksWhetherToGoOn(program(), latest))).toEqual([false, true, true])
    expect(asksWhetherToGoOn(program({ cadence: 'monthly' }), 5)).toBe(false)
    expect(asksWhetherToGoOn(program({ retiredOn: '2026-10-01' }), 5)).toBe(false)
  })
})

describe('a window', () => {
  it('is over on the day after its last', () => {
    expect([isWindowOver('2026-06-20', day('2026-06-20')), isWindowOver('2026-06-20', day('2026-06-21'))]).toEqual([
      false,
      true,
    ])
  })

  it('is past its half when half of its days are behind', () => {
    const past = (today: string) => isPastHalfway('2026-06-01', '2026-06-10', day(today))
    expect([past('2026-05-30'), past('2026-06-05'), past('2026-06-06')]).toEqual([false, false, true])
  })

  it('keeps its round open for seven days more', () => {
    expect(isDueToClose('2026-06-20', day('2026-06-27'), 7)).toBe(false)
    expect(isDueToClose('2026-06-20', day('2026-06-28'), 7)).toBe(true)
  })

  it('is as long as it can be, unless programs share touchpoints', () => {
    const own = { contactsARound: 24, touchpoints: 9, daysARound: 30 }
    expect(longestWindow(own, [])).toBeNull()
    expect(longestWindow(own, [{ contactsARound: 8, touchpoints: 4, daysARound: 91 }])).toBe(6)
    expect(longestWindow(own, [{ contactsARound: 500, touchpoints: 1, daysARound: 7 }])).toBe(3)
  })
})

describe('a round’s name', () => {
  it('is its month, or its days', () => {
    expect(roundName(round(), 'en-GB')).toBe('June 2026')
    const fortnight = round({ period: '2026-06-15', startsOn: '2026-06-15', endsOn: '2026-06-28' })
    expect(roundName(fortnight, 'en-GB')).toBe('15–28 June 2026')
    const quarter = { period: '2026-04-01', startsOn: '2026-04-01', endsOn: '2026-06-30' }
    const winter = { period: '2027-12-01', startsOn: '2027-12-01', endsOn: '2028-02-29' }
    expect([roundName(quarter, 'en-GB'), roundName(quarter, 'en-GB', false), shortRoundName(quarter, 'en-GB')]).toEqual(
      ['April to June 2026', 'April to June', 'Apr–Jun'],
    )
    expect(roundName(winter, 'en-GB')).toBe('December 2027 to February 2028')
    expect(roundsName(quarter, winter, 'en-GB')).toBe('April 2026 to February 2028')
    const august = { period: '2026-08', startsOn: '2026-08-01', endsOn: '2026-08-31' }
    expect(roundsName(round(), august, 'en-GB', false)).toBe('June to August')
    const next = { ...fortnight, startsOn: '2026-06-29', endsOn: '2026-07-12' }
    expect(roundsName(fortnight, next, 'en-GB')).toMatch(/^15 June\s–\s12 July 2026$/u)
    expect(roundName({ ...winter, endsOn: '2028-02-28' }, 'en-GB')).toBe('1 December 2027 – 28 February 2028')
    expect(shortRoundName(fortnight, 'en-GB')).toBe('15 Jun')
  })
})

describe('fairness', () => {
  const contact = (leaderId: string, touchpointId: string, fromDay: string) => ({
    leaderId,
    touchpointId,
    roundId: fromDay.slice(0, 7),
    fromDay,
    toDay: fromDay,
    contactedOn: null,
  })
  const carried = [
    contact('nora', 'billing', '2026-01-05'),
    contact('nora', 'outage', '2026-02-05'),
    contact('viktor', 'chat', '2026-01-06'),
    contact('nora', 'billing', '2026-04-04'),
  ]

  it('says loads as they are', () => {
    expect(loadSpread(carried, ['nora', 'viktor', 'amara'])).toEqual({ least: 0, most: 3 })
    expect(loadSpread(carried, [])).toBeNull()
    expect([spreadInWords({ least: 5, most: 6 }), spreadInWords({ least: 6, most: 6 })]).toEqual([
      '5 or 6 each',
      '6 each',
    ])
    expect(spreadInWords({ least: 3, most: 6 })).toBe('From 3 to 6')
  })

  it('counts touchpoints covered, and cool-downs not kept', () => {
    expect(coverage(carried, ['2026-01', '2026-02'], ['billing', 'chat', 'outage'])).toEqual({ covered: 3, of: 6 })
    expect([brokenCooldowns(carried, 89), brokenCooldowns(carried, 90)]).toEqual([0, 1])
  })
})

describe('gaps in words', () => {
  const names = new Map([
    ['solar', 'Solar sales desk'],
    ['nora', 'Nora'],
  ])
  const reasons = [
    { reason: 'absent', count: 2 },
    { reason: 'own_department', count: 3 },
  ]

  it('count their reasons', () => {
    const { what, why } = gapInWords({ leaderId: null, touchpointId: 'solar', reasons }, names, 'March 2026')
    expect(`${what}: ${why}.`).toBe('No eligible leader for Solar sales desk in March 2026: 2 away, 3 own department.')
  })

  it('name who can never go where', () => {
    const never = neverInWords([{ leader: 'nora', touchpoint: 'solar', reason: 'own_department' }], names, 1)
    expect(never).toEqual([{ touchpoint: 'Solar sales desk', who: 'Nora (own department)', everybody: true }])
  })
})

describe('the matrix', () => {
  const now = Temporal.Instant.from('2026-06-10T09:00:00Z')
  const nora = { id: 'nora', name: 'Nora', below: 'COO', absences: [] as { from: string; to: string }[] }
  const columns = [{ ...round(), round: { ...round(), gaps: [] } }]

  it('says on leave only when no day of the round is left', () => {
    const away = (absences: { from: string; to: string }[]) =>
      matrixRows([{ ...nora, absences }], columns, [], now)[0]?.cells[0]?.away
    expect(away([{ from: '2026-06-01', to: '2026-06-30' }])).toBe(true)
    expect(
      away([
        { from: '2026-06-16', to: '2026-07-05' },
        { from: '2026-05-20', to: '2026-06-15' },
      ]),
    ).toBe(true)
    expect(away([{ from: '2026-06-02', to: '2026-06-30' }])).toBe(false)
    expect(
      away([
        { from: '2026-05-01', to: '2026-06-14' },
        { from: '2026-06-16', to: '2026-06-30' },
      ]),
    ).toBe(false)
  })

  it('shows six rounds at a time, first this one with three before and two after it', () => {
    const many = Array.from({ length: 24 }, (_, i) =>
      round({
        id: `r${i}`,
        number: i + 1,
        startsOn: day('2025-01-01').add({ months: i }).toString(),
        endsOn: day('2025-01-31').add({ months: i }).toString(),
        state: i < 14 ? 'closed' : 'planned',
      }),
    )
    const all = listColumns(many, [])
    const numbers = (columns: readonly { number: number }[]) => columns.map(({ number }) => number)
    const opening = (today: string, columns = all) => numbers(columnsFrom(columns, openingNumber(columns, day(today))))
    expect(opening('2026-03-12')).toEqual([12, 13, 14, 15, 16, 17])
    expect(opening('2024-12-12')).toEqual([12, 13, 14, 15, 16, 17])
    expect(opening('2025-01-31')).toEqual([1, 2, 3, 4, 5, 6])
    expect(opening('2026-12-01')).toEqual([19, 20, 21, 22, 23, 24])
    expect(opening('2026-03-12', all.slice(0, 2))).toEqual([1, 2])
    expect(opening('2026-03-12', [])).toEqual([])
    const { before, after } = neighbours(all, columnsFrom(all, 12))
    expect(numbers(before)).toEqual([6, 7, 8, 9, 10, 11])
    expect(numbers(after)).toEqual([18, 19, 20, 21, 22, 23])
    expect(numbers(neighbours(all, columnsFrom(all, 3)).before)).toEqual([1, 2])
  })
})
